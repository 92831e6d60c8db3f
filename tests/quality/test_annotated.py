"""Floors on annotated pairs of real articles; skipped where the pairs are not at hand."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality.annotated import is_there, score

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["annotated"]


@pytest.mark.skipif(not is_there(), reason="no annotated pairs in ../shared/eval")
def test_no_figure_falls_below_its_floor():
    scores = score()
    rows = {row.kind: row for row in scores.rows}
    overall = rows["all"]
    figures = {
        "extract_f1": _f1(overall.precision, overall.recall),
        "extract_f1_each": min(_f1(row.precision, row.recall) for row in scores.rows),
        "value": overall.value,
        "aligned": overall.aligned,
        "verdict": overall.verdict,
        "flags_precision": scores.flags_precision,
        "flags_recall": scores.flags_recall,
    }
    fallen = {
        name: (figures[name], floor) for name, floor in FLOORS.items() if figures[name] < floor
    }
    assert not fallen, "\n".join(scores.misses)


def _f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
