"""The score on annotated article pairs that lie outside the project, and the README's table of it.

The pairs, their guide and ``score.py`` are expected in ``../shared/eval`` (or in the folder given);
nothing of them is copied here. ``python -m tests.quality.annotated`` prints the figures,
``--readme`` writes the table into README.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from factdiff import compare_sources, load_pipeline, read_source
from factdiff.report.json import report_document

ROOT = Path(__file__).parents[2]
EVAL = ROOT.parent / "shared" / "eval"
TABLE = re.compile(r"(?<=<!-- quality -->\n).*?(?=<!-- /quality -->)", re.DOTALL)


@dataclass(frozen=True)
class Row:
    """Figures of one kind (or ``all``) in percent; None where nothing was to be measured."""

    kind: str
    precision: float
    recall: float
    value: float | None
    aligned: float | None
    verdict: float | None
    facts: int


@dataclass(frozen=True)
class Scores:
    """The rows, and precision and recall of the conflicts and variants reported."""

    rows: tuple[Row, ...]
    flags_precision: float
    flags_recall: float
    misses: tuple[str, ...]


def is_there(folder: Path = EVAL) -> bool:
    """Whether there are annotated pairs to score on."""
    return (folder / "score.py").is_file() and (folder / "dev").is_dir()


def score(folder: Path = EVAL) -> Scores:
    """Compare every annotated pair and score the reports."""
    scorer: Any = _scorer(folder)
    tally, misses = scorer.Tally(), []
    nlp = load_pipeline()
    for pair in sorted((folder / "dev").iterdir()):
        sources = [read_source(pair / f"{side}.txt") for side in "ab"]
        report = report_document(compare_sources(sources, nlp=nlp))
        scorer.score_pair(pair, report, tally, misses)

    def share(stage: str, kind: str, column: str) -> float | None:
        whole = tally[stage, kind, column]
        return 100 * tally[stage, kind, f"tp_{column}"] / whole if whole else None

    rows = tuple(
        Row(
            kind,
            share("extract", kind, "p") or 0.0,
            share("extract", kind, "r") or 0.0,
            share("value", kind, "r"),
            share("aligned", kind, "r"),
            share("verdict", kind, "r"),
            tally["extract", kind, "r"],
        )
        for kind in [*scorer.KINDS, "all"]
    )
    flags = [share("flags", "all", column) or 0.0 for column in "pr"]
    return Scores(rows, flags[0], flags[1], tuple(misses))


def _scorer(folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(scores: Scores) -> str:
    """The README's table."""
    lines = [
        "| kind | precision | recall | normal form | aligned | verdict | facts |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for row in scores.rows:
        figures = (row.precision, row.recall, row.value, row.aligned, row.verdict)
        cells = " | ".join("–" if f is None else f"{f:.1f}" for f in figures)
        lines.append(f"| {row.kind} | {cells} | {row.facts} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Print the table, the flags and the misses; with ``--readme`` write the table there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=EVAL)
    parser.add_argument("--readme", action="store_true")
    parser.add_argument("--misses", action="store_true")
    args = parser.parse_args()
    scores = score(args.folder)
    print(table(scores))
    print(f"flags: precision {scores.flags_precision:.1f}, recall {scores.flags_recall:.1f}")
    if args.misses:
        print("\n".join(scores.misses))
    if args.readme:
        readme = ROOT / "README.md"
        text = readme.read_text("utf-8")
        readme.write_text(TABLE.sub(lambda _: table(scores), text), "utf-8")


if __name__ == "__main__":
    main()
