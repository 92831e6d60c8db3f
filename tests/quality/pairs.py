"""Two outlets on one event, written for this project: what a careful reader ticks off is found.

A folder under ``pairs/`` holds ``one.txt``, ``two.txt`` and ``expected.tsv``, whose rows are the
verdicts that can be defended (``agree|compatible``), the kind, and the words in each article.
``python -m tests.quality.pairs`` prints what was missed and every conflict or variant that no
row asks for.
"""

from __future__ import annotations

import argparse
import csv
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from factdiff import compare_sources, load_pipeline, read_source
from factdiff.model import Claim, Finding, Report, Verdict

PAIRS = Path(__file__).parent / "pairs"
FLAGS = frozenset({Verdict.CONFLICT, Verdict.VARIANT})


@dataclass(frozen=True)
class Row:
    """One fact that both articles state."""

    verdicts: frozenset[str]
    kind: str
    one: str
    two: str


@dataclass(frozen=True)
class Outcome:
    """How one pair fared: rows joined with a defensible verdict, and false flags."""

    rows: int
    missed: tuple[str, ...]
    false: tuple[str, ...]


def rows_of(folder: Path) -> list[Row]:
    """The expected rows of a pair."""
    lines = (folder / "expected.tsv").read_text("utf-8").splitlines()[1:]
    return [
        Row(frozenset(verdicts.split("|")), kind, one, two)
        for verdicts, kind, one, two in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    ]


def outcome_of(folder: Path, nlp: Language) -> Outcome:
    """Compare the two articles of a pair and hold the report against the rows."""
    sources = [read_source(folder / name) for name in ("one.txt", "two.txt")]
    report = compare_sources(sources, nlp=nlp)
    claims = {claim.id: claim for claim in report.claims}
    missed, asked = [], set()
    rows = rows_of(folder)
    for row in rows:
        joined = [f for f in report.findings if _joins(f, row, claims)]
        asked |= {f.id for f in joined if str(f.verdict) in row.verdicts}
        if not any(str(f.verdict) in row.verdicts for f in joined):
            got = ", ".join(str(f.verdict) for f in joined) or "nothing"
            wanted = "|".join(sorted(row.verdicts))
            missed.append(
                f"{folder.name}: {wanted}, got {got}: {row.kind} {row.one!r} / {row.two!r}"
            )
    return Outcome(len(rows), tuple(missed), _false(folder, report, asked))


def _false(folder: Path, report: Report, asked: set[str]) -> tuple[str, ...]:
    return tuple(
        f"{folder.name}: false {f.verdict}: {f.kind} {' / '.join(p.display for p in f.positions)}"
        for f in report.findings
        if f.verdict in FLAGS and f.id not in asked
    )


def _joins(finding: Finding, row: Row, claims: dict[str, Claim]) -> bool:
    if finding.internal or (finding.kind != row.kind and not _near(finding.kind, row.kind)):
        return False
    members = [claims[i] for position in finding.positions for i in position.claims]
    return all(
        any(c.source == source and _says(c.text, words) for c in members)
        for source, words in (("A", row.one), ("B", row.two))
    )


def _near(left: str, right: str) -> bool:
    names = {"organization", "place", "group"}
    return {left, right} <= names or {left, right} <= {"count", "measure", "money", "percent"}


def _says(text: str, words: str) -> bool:
    text, words = text.casefold().strip(" ,."), words.casefold().strip(" ,.")
    return text in words or words in text


def main() -> None:
    """Print every miss and every false flag, then the count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", nargs="*", help="names of folders; all without any")
    wanted = parser.parse_args().pairs
    nlp = load_pipeline()
    rows = missed = false = 0
    for folder in sorted(PAIRS.iterdir()):
        if wanted and folder.name not in wanted:
            continue
        outcome = outcome_of(folder, nlp)
        rows += outcome.rows
        missed += len(outcome.missed)
        false += len(outcome.false)
        print("\n".join([*outcome.missed, *outcome.false]))
    print(f"{rows - missed} of {rows} found, {false} false flags")


if __name__ == "__main__":
    main()
