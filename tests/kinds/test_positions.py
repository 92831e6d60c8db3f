"""The worst of the pairs decides, and positions tell who says what."""

from __future__ import annotations

import pytest

from factdiff.kinds.positions import judge_group
from factdiff.model import Comparison, Group, Kind, Position, Verdict
from tests.building import claim

RANK = {
    frozenset({"4", "several"}): Verdict.COMPATIBLE,
    frozenset({"4", "5"}): Verdict.CONFLICT,
    frozenset({"5", "several"}): Verdict.COMPATIBLE,
}


def compare(left, right):
    verdict = RANK.get(frozenset({left.text, right.text}), Verdict.AGREE)
    return Comparison(verdict, f"{left.text} against {right.text}", 0.9)


def verdict(*said, pick="best"):
    claims = tuple(claim(who, text, start=n) for n, (who, text) in enumerate(said))
    group = Group(Kind.COUNT, claims)
    return judge_group(
        group, compare, subject="officials", display=lambda c: c.text, pick=pick
    ).verdict


@pytest.mark.parametrize(
    ("said", "pick", "expected"),
    [
        ([("A", "4")], "best", Verdict.SINGLE),
        ([("A", "4"), ("A", "5")], "best", Verdict.SINGLE),
        ([("A", "4"), ("B", "4")], "best", Verdict.AGREE),
        ([("A", "several"), ("B", "4")], "best", Verdict.COMPATIBLE),
        ([("A", "several"), ("A", "4"), ("B", "4")], "best", Verdict.AGREE),
        ([("A", "several"), ("A", "4"), ("B", "4")], "worst", Verdict.COMPATIBLE),
        ([("A", "4"), ("B", "4"), ("C", "5")], "best", Verdict.CONFLICT),
        ([("A", "several"), ("B", "4"), ("C", "5")], "best", Verdict.CONFLICT),
    ],
)
def test_verdicts(said, pick, expected):
    assert verdict(*said, pick=pick) is expected


def test_positions_keep_the_order_of_the_sources_and_name_all_who_say_it():
    said = [("B", "4"), ("A", "5"), ("C", "4"), ("B", "4")]
    claims = tuple(claim(who, text, start=n) for n, (who, text) in enumerate(said))
    judgement = judge_group(
        Group(Kind.COUNT, claims), compare, subject="officials", display=lambda c: c.text
    )
    assert judgement.positions == (
        Position("5", ("A",), ("A1",)),
        Position("4", ("B", "C"), ("B0", "B3", "C2")),
    )


def test_confidence_is_the_weaker_of_match_and_comparison():
    claims = (claim("A", "4"), claim("B", "5"))
    judgement = judge_group(
        Group(Kind.COUNT, claims, score=0.7), compare, subject="x", display=lambda c: c.text
    )
    assert judgement.confidence == 0.7
