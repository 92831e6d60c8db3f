"""Pairs of names as rows: which mean the same, and what a report would say."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from factdiff import compare_names

CASES = Path(__file__).parents[2] / "cases" / "names" / "pairs.tsv"
SAME, OTHER = 0.7, 0.6  # scores that tell one from two, with room between them
FLOOR = 0.98  # F1 at a threshold of 0.7; raise it, never lower it


def rows() -> list[dict[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line[:1] != "#"]
    return list(csv.DictReader(lines, delimiter="\t"))


def test_pairs_are_told_apart() -> None:
    right = wrong = missed = 0
    for row in rows():
        if row["same"] == "maybe":
            continue
        found = compare_names(row["left"], row["right"], kind=row["kind"]).score >= SAME
        right += found and row["same"] == "yes"
        wrong += found and row["same"] == "no"
        missed += not found and row["same"] == "yes"
    assert 2 * right / (2 * right + wrong + missed) >= FLOOR


@pytest.mark.parametrize(
    "row", [r for r in rows() if r["verdict"] != "-"], ids=lambda r: f"{r['left']}/{r['right']}"
)
def test_verdict_on_one_entity(row: dict[str, str]) -> None:
    found = compare_names(row["left"], row["right"], kind=row["kind"])
    assert found.verdict == row["verdict"], found


@pytest.mark.parametrize(
    "row", [r for r in rows() if r["same"] == "no"], ids=lambda r: f"{r['left']}/{r['right']}"
)
def test_namesakes_are_not_taken_for_one(row: dict[str, str]) -> None:
    found = compare_names(row["left"], row["right"], kind=row["kind"])
    assert found.score < OTHER, found


def test_the_reason_names_the_letters_and_the_part() -> None:
    found = compare_names("Zhu Hailun", "Zhu Hailu", kind="person")
    assert found.reason == (
        "The given names differ by one letter (Hailu / Hailun) and no known variant explains it."
    )
    assert found.score > 0.9


def test_the_evidence_adds_up_to_the_score() -> None:
    import math

    for left, right in [("Zhu Hailun", "Zhu Hailu"), ("George Bush", "Laura Bush")]:
        found = compare_names(left, right, kind="person")
        total = sum(piece.weight for piece in found.evidence)
        assert found.score == pytest.approx(1 / (1 + math.exp(-total)), abs=0.001)
        assert all(piece.reason for piece in found.evidence)
