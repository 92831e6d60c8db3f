"""A headline is held against the body under it."""

from __future__ import annotations

import pytest

from factdiff import Source, compare_sources
from factdiff.model import Verdict

BODY = (
    "CARDENA (Own Wire) - At least 17 people were killed when a ferry sank off the island of"
    " Merro on Sunday, the coast guard said.\n\nDivers worked through the night.\n"
)
OTHER = "The parliament of Norland met on Monday. It will vote on the budget in June.\n"


def internal(nlp, headline):
    sources = [
        Source.from_text(f"{headline}\n\n{BODY}", name="one.txt"),
        Source.from_text(OTHER, name="two.txt"),
    ]
    return [f for f in compare_sources(sources, nlp=nlp).findings if f.internal]


def test_a_headline_with_another_toll_is_a_conflict_within_the_source(nlp):
    [finding] = internal(nlp, "Ferry sinks off Merro; 12 people killed")
    assert finding.verdict is Verdict.CONFLICT
    assert {position.sources for position in finding.positions} == {("A",)}
    assert finding.message.startswith("one.txt contradicts itself, headline against body.")


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry sinks off Merro; at least 17 people killed",
        "Ferry sinks off Merro; many people killed",
        "Ferry sinks off Merro; 20 people killed",  # at least 17 may well be 20
        "Ferry with 240 people sinks off Merro",
    ],
)
def test_a_headline_that_can_be_true_is_no_finding(nlp, headline):
    assert internal(nlp, headline) == []


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("Thursday, July 10, 2020", ["date"]),  # a Friday
        ("Friday, July 10, 2020", []),
        ("Thursday, July 10", []),  # no year in its words
    ],
)
def test_a_weekday_that_is_not_the_days(nlp, day, found):
    text = f"The minister resigned on {day}, after a week of talks.\n"
    sources = [Source.from_text(text, name="one.txt"), Source.from_text(OTHER, name="two.txt")]
    findings = [f for f in compare_sources(sources, nlp=nlp).findings if f.internal]
    assert [str(f.kind) for f in findings] == found


def test_what_another_source_contradicts_already_is_told_once(nlp):
    sources = [
        Source.from_text(f"Ferry sinks off Merro; 17 people killed\n\n{BODY}", name="one.txt"),
        Source.from_text(f"Ferry sinks off Merro; 12 people killed\n\n{BODY}", name="two.txt"),
    ]
    conflicts = [
        f for f in compare_sources(sources, nlp=nlp).findings if f.verdict is Verdict.CONFLICT
    ]
    assert len(conflicts) == 1
