"""Pairs written for this project: what is found stays found, nothing is flagged falsely."""

from __future__ import annotations

import tomllib
from pathlib import Path

from tests.quality.pairs import PAIRS, outcome_of

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["pairs"]


def test_natural_pairs(nlp):
    outcomes = [outcome_of(folder, nlp) for folder in sorted(PAIRS.iterdir())]
    missed = [line for outcome in outcomes for line in outcome.missed]
    false = [line for outcome in outcomes for line in outcome.false]
    rows = sum(outcome.rows for outcome in outcomes)
    assert len(false) <= FLOORS["false_flags"], "\n".join(false)
    assert 1 - len(missed) / rows >= FLOORS["found"], "\n".join(missed)
