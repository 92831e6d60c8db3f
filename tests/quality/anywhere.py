"""Errors planted by rule in any article at all, and whether a comparison finds them.

``python -m tests.quality.anywhere FILE...`` plants in copies of these articles, by default in the
annotated ones of ``../shared/eval/dev``, whose texts are read there and never kept.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from factdiff import load_pipeline
from factdiff.model import Finding, Report
from tests.quality.annotated import EVAL
from tests.quality.planted import FLAGS, Examiner, Plant, Spot, brief, planted, same_kind, shown
from tests.quality.spots import NAMES, QUANTITIES, spots_of


@dataclass
class Marks:
    """How many errors were planted and found, by kind, and what was missed or flagged falsely."""

    total: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Which part of the errors was found."""
        return self.found.total() / self.total.total() if self.total else 1.0


def articles(folder: Path = EVAL) -> list[Path]:
    """The annotated articles, where they are at hand."""
    return sorted(p for p in folder.glob("dev/*/?.txt") if p.stem in ("a", "b"))


def in_turn(
    path: Path, *, singly: bool = False, at_once: Sequence[int] = range(1, 9)
) -> Iterator[tuple[str, list[Spot]]]:
    """So many places of an article at a time, or each by itself, with their seed."""
    name = f"{path.parent.name}/{path.stem}"
    spots = spots_of(path, name)
    for number in range(1, len(spots) + 1) if singly else at_once:
        if number > len(spots):
            break
        seed = f"{name}/{number}"
        chosen = spots[number - 1 : number] if singly else random.Random(seed).sample(spots, number)
        yield seed, sorted(chosen, key=lambda spot: spot.start)


def sit(
    path: Path,
    nlp: Language,
    marks: Marks,
    *,
    singly: bool = False,
    at_once: Sequence[int] = range(1, 9),
) -> None:
    """Let one article sit the exam."""
    text = path.read_text("utf-8")
    examiner = Examiner(text, nlp)
    own = {_said(f) for f in examiner.report(text).findings if f.verdict in FLAGS and f.internal}
    for seed, spots in in_turn(path, singly=singly, at_once=at_once):
        copy, plants = planted(text, spots, seed)
        report = examiner.report(copy)
        _mark_plants(report, plants, seed, copy, marks)
        marks.false += [
            f"false {seed} {shown(finding)} planted {[(p.old, p.new) for p in plants]}"
            for finding in report.findings
            if finding.verdict in FLAGS
            and not (finding.internal and _said(finding) in own)
            and not any(_touches(report, finding, plant) for plant in plants)
        ]


def _mark_plants(
    report: Report, plants: Sequence[Plant], seed: str, copy: str, marks: Marks
) -> None:
    for plant in plants:
        here = [f for f in report.findings if _touches(report, f, plant)]
        marks.total[plant.kind] += 1
        if any(f.verdict in FLAGS and right_kind(str(f.kind), plant.kind) for f in here):
            marks.found[plant.kind] += 1
            continue
        at = plant.places[0]
        words = copy[max(0, at.start - 45) : at.end + 35].replace("\n", " / ")
        got = "; ".join(brief(f) for f in here)[:250] or "nothing"
        marks.missed.append(
            f"missed {plant.kind} {seed} {plant.old!r} > {plant.new!r} …{words}… got {got}"
        )


def right_kind(found: str, planted_kind: str) -> bool:
    """Whether a finding of a kind names an error of another: names are names, figures figures."""
    groups = (NAMES, ("group", *NAMES), QUANTITIES)
    return same_kind(found, planted_kind) or any({found, planted_kind} <= set(g) for g in groups)


def _touches(report: Report, finding: Finding, plant: Plant) -> bool:
    copy = report.sources[1].id
    spans = {claim.id: claim.span for claim in report.claims if claim.source == copy}
    members = (spans.get(c) for p in finding.positions for c in p.claims)
    return any(span.overlaps(place) for span in members if span for place in plant.places)


def _said(finding: Finding) -> str:
    return f"{finding.verdict} {finding.kind} {sorted(p.display for p in finding.positions)}"


def main() -> None:
    """Plant, compare and print what was missed and flagged falsely, then the figures by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--singly", action="store_true", help="each place by itself")
    parser.add_argument("--spots", action="store_true", help="only list the places")
    chosen = parser.parse_args()
    files = chosen.files or articles()
    if chosen.spots:
        for path in files:
            print("\n".join(f"{path} {s.kind}: {s.old!r} > {s.new!r}" for s in spots_of(path, "x")))
        return
    nlp, marks = load_pipeline(), Marks()
    for path in files:
        sit(path, nlp, marks, singly=chosen.singly)
    print("\n".join([*marks.missed, *marks.false]))
    for kind, count in sorted(marks.total.items()):
        print(f"{kind:<14} found {marks.found[kind]:>3} of {count:>3}")
    print(
        f"all {100 * marks.share:.1f} % of {marks.total.total()}, {len(marks.false)} false alarms"
    )


if __name__ == "__main__":
    main()
