"""Articles of different stories share no dates."""

from __future__ import annotations

import pytest

from factdiff import compare_sources
from factdiff.alignment import Alignment
from factdiff.kinds.dates.kinship import entities_of, strangers
from factdiff.model import Kind, Source, Verdict

FIRE = (
    "A warehouse of Tolland Foods burned down in Varnby on Saturday, police said. "
    "Fire chief Olga Brenner said on Sunday that Harald Moss, a guard, was hurt. "
    "The company, which Petra Lindqvist founded in 1998, employs 40 people in Ostermark."
)
CHESS = (
    "Chess champion Anil Verma lost in Rotterdam on Saturday, the federation said. "
    "Verma, who beat Li Xiaoming in 1998, said on Sunday he would rest in Goa. "
    "The Rotterdam Chess Club expects 40 players in May, said its head, Joost Visser."
)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("abcde", "fghij", True),
        ("abcdefghij", "aklmnopqrs", True),
        ("abcde", "abxyz", False),
        ("abcde", "abcde", False),
        ("abc", "xyz", False),  # too few names to tell
        ("", "abcdef", False),
    ],
)
def test_strangers_share_hardly_a_name(left, right, expected):
    assert strangers(set(left), set(right)) is expected
    assert strangers(set(right), set(left)) is expected


def test_the_entities_of_a_source():
    alignment = Alignment({("A", "moss"): "person:moss", ("B", "h. moss"): "person:moss"})
    assert entities_of(alignment, ["A", "C"]) == {"A": frozenset({"person:moss"}), "C": frozenset()}


def test_articles_of_two_stories_share_no_date(nlp):
    sources = [Source.from_text(text, name=name) for text, name in ((FIRE, "a"), (CHESS, "b"))]
    report = compare_sources(sources, nlp=nlp)
    dates = [finding for finding in report.findings if finding.kind is Kind.DATE]
    assert len(dates) >= 6
    assert {finding.verdict for finding in dates} == {Verdict.SINGLE}
