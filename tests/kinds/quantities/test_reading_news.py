"""Quantities with the bundled pipeline: what is counted, what befell it, and changed copies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdiff.diff import compare_sources
from factdiff.kinds.claiming import claims_of
from factdiff.model import Kind, Source, Verdict

KINDS = {Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE}

ARTICLE = """Mine fire kills 14 in Ordal valley

A fire in a coal mine in the Ordal valley killed at least 14 miners on Tuesday, officials said.

Another 37 workers were injured, nine of them badly, and rescuers brought out 212 people unhurt.

The fire broke out 480 metres (1,575 feet) below ground and burned for almost six hours.

The owner, Brandt Coal, offered 2.5 million euros to the families, about 40 percent of its profit.

Mine chief Edda Brandt, 52, said 1,300 people work at the pit, which is 61 years old.

It was the third fire at the pit since 2011, when two firemen died.
"""


@pytest.fixture(scope="module")
def quantities(nlp):
    def read(text):
        return [claim for claim in claims_of(nlp(text)) if claim.kind in KINDS]

    return read


@pytest.mark.parametrize(
    ("sentence", "value", "state"),
    [
        ("The blast killed at least 10 people in the town.", ">=10", "killed"),
        ("At least 10 people were killed by the blast.", ">=10", "killed"),
        ("The flood left 10 people dead.", "10", "killed"),
        ("The death toll rose to 45 on Monday.", "45", "killed"),
        ("Ten people died when the bridge fell.", "10", "killed"),
        ("The storm injured 80 villagers.", "80", "injured"),
        ("Police arrested 23 protesters near the square.", "23", "arrested"),
        ("No one was hurt in the fire.", "0", "injured"),
        ("Nobody was killed in the crash.", "0", "killed"),
        ("The island is home to 120,000 people.", "120000", "living"),
    ],
)
def test_state(quantities, sentence, value, state):
    claim = next(c for c in quantities(sentence) if c.kind is Kind.COUNT)
    assert (str(claim.value), claim.value.thing.state) == (value, state)


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Adeyemi scored in the 84th minute.", ["84th minute"]),
        ("They live on the third floor.", ["third floor"]),
        ("She moved the First Amendment up the agenda.", []),
    ],
)
def test_a_rank_keeps_its_noun(quantities, sentence, values):
    assert [claim.text for claim in quantities(sentence)] == values


def test_gunmen_who_kill_are_not_killed(quantities):
    claim = quantities("Three gunmen killed the mayor of the town.")[0]
    assert claim.value.thing.state == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "One must not forget the past.",
        "She is one of the best singers in town.",
        "He read it in 2008.",
        "The First Amendment protects speech.",
        "The first lady opened the school.",
        "They live at 200 West Maple Street.",
        "Officers came after 911 calls.",
    ],
)
def test_no_quantity(quantities, sentence):
    assert [claim.text for claim in quantities(sentence)] == []


def test_age_belongs_to_its_person(quantities):
    claim = quantities("Edda Brandt, 52, runs the mine.")[0]
    assert (str(claim.value), claim.value.thing.owner) == ("52 years old", "Edda Brandt")


def compared(nlp, left, right):
    sources = [Source.from_text(t, name=n) for t, n in ((left, "a"), (right, "b"))]
    findings = compare_sources(sources, nlp=nlp).findings
    return [finding for finding in findings if finding.kind in KINDS]


def test_an_article_agrees_with_itself(nlp):
    assert {f.verdict for f in compared(nlp, ARTICLE, ARTICLE)} == {Verdict.AGREE}


@pytest.mark.parametrize(
    ("words", "other", "kind"),
    [
        ("at least 14 miners", "at least 17 miners", Kind.COUNT),
        ("Another 37 workers", "Another 31 workers", Kind.COUNT),
        ("212 people", "221 people", Kind.COUNT),
        ("480 metres", "840 metres", Kind.MEASURE),
        ("1,575 feet", "1,757 feet", Kind.MEASURE),
        ("almost six hours", "almost nine hours", Kind.MEASURE),
        ("2.5 million euros", "3.5 million euros", Kind.MONEY),
        ("about 40 percent", "about 60 percent", Kind.PERCENT),
        ("Brandt, 52,", "Brandt, 57,", Kind.MEASURE),
        ("1,300 people", "1,800 people", Kind.COUNT),
        ("61 years old", "64 years old", Kind.MEASURE),
        ("third fire", "fourth fire", Kind.MEASURE),
        ("two firemen", "five firemen", Kind.COUNT),
        ("kills 14 in", "kills 19 in", Kind.COUNT),
    ],
)
def test_one_changed_figure_is_the_one_conflict(nlp, words, other, kind):
    changed = compared(nlp, ARTICLE, ARTICLE.replace(words, other))
    flagged = [f for f in changed if f.verdict is not Verdict.AGREE and not f.internal]
    assert [(f.verdict, f.kind) for f in flagged] == [(Verdict.CONFLICT, kind)]


def test_claims_survive_the_cache(quantities):
    for claim in quantities(ARTICLE):
        assert replace(claim).value == claim.value
        assert str(claim.value)
