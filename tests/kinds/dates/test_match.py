"""Dates meet by the event they date, and what is said of those that met."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.alignment import Alignment
from factdiff.kinds.dates import judge, match
from factdiff.model import Verdict
from factdiff.settings import DEFAULTS
from tests.kinds.dates.conftest import table

ARTICLE = (
    "The old harbour bridge in Varnby collapsed on Tuesday, throwing six lorries into the river. "
    "Divers recovered the last lorry early Wednesday, the coast guard said. "
    "The council had closed the northern lane in March 2011 after cracks appeared. "
    "Engineers inspected the pillars in 2009 and again on May 4, 2012, without finding damage. "
    "A public hearing is planned for Friday evening at the town hall. "
    "Mayor Ilse Brandt opened the rebuilt southern ramp two years ago."
)


def verdicts(*sources):
    claims = [claim for source in sources for claim in source]
    groups = match(claims, Alignment(), DEFAULTS)
    return [(group, judge(group, Alignment(), DEFAULTS)) for group in groups]


def count(judged):
    return Counter(str(judgement.verdict) for _, judgement in judged)


def test_an_article_agrees_with_itself(dates_in):
    judged = verdicts(dates_in(ARTICLE), dates_in(ARTICLE, source="B"))
    assert count(judged) == {"agree": 7}


@pytest.mark.parametrize(("said", "changed"), table("changes"))
def test_one_changed_date_is_one_conflict(dates_in, said, changed):
    assert ARTICLE.count(said) == 1
    copy = ARTICLE.replace(said, changed)
    judged = verdicts(dates_in(ARTICLE), dates_in(copy, source="B"))
    assert count(judged) == {"agree": 6, "conflict": 1}
    (conflict,) = [j for _, j in judged if j.verdict is Verdict.CONFLICT]
    assert {p.display for p in conflict.positions} == {said, changed}
    assert said in conflict.reason
    assert changed in conflict.reason


OTHER = (
    "A bridge over the river at Varnby gave way on Tuesday afternoon and six lorries fell. "
    "The coast guard ended its search on Thursday, after the last lorry was lifted out. "
    "Cracks had been seen on May 4, 2012, and in the winter of 2010. "
    "The mayor spoke at a hearing on Monday."
)


def test_other_articles_do_not_conflict(dates_in):
    judged = verdicts(dates_in(ARTICLE), dates_in(OTHER, source="B"))
    assert Verdict.CONFLICT not in {judgement.verdict for _, judgement in judged}
    joined = {j.verdict for g, j in judged if {c.text for c in g.claims} >= {"Tuesday"}}
    assert joined == {Verdict.COMPATIBLE}


def test_the_order_of_sources_changes_nothing(dates_in):
    one, two = dates_in(ARTICLE), dates_in(OTHER, source="B")

    def seen(judged):
        return sorted((sorted(c.id for c in g.claims), str(j.verdict), j.reason) for g, j in judged)

    assert seen(verdicts(one, two)) == seen(verdicts(two, one))


def test_three_sources_keep_the_odd_one_out(dates_in):
    odd = ARTICLE.replace("on Tuesday", "on Monday")
    judged = verdicts(dates_in(ARTICLE), dates_in(odd, source="B"), dates_in(ARTICLE, source="C"))
    assert count(judged) == {"agree": 6, "conflict": 1}
    (conflict,) = [j for _, j in judged if j.verdict is Verdict.CONFLICT]
    assert {p.display: p.sources for p in conflict.positions} == {
        "Tuesday": ("A", "C"),
        "Monday": ("B",),
    }


def test_mentions_of_one_day_are_one_finding(dates_in):
    text = "The bridge fell on Tuesday. The bridge that fell Tuesday was old."
    judged = verdicts(dates_in(text), dates_in("The bridge fell on Tuesday.", source="B"))
    assert count(judged) == {"agree": 1}


def test_a_weekday_that_is_not_the_days_is_told(dates_in):
    ((_, judged),) = verdicts(dates_in("The pact was signed on Friday, July 9, 2020."))
    assert judged.verdict is Verdict.SINGLE
    assert "2020-07-09 is a Thursday" in judged.reason


def test_a_near_miss_is_told(dates_in):
    one = dates_in("Masked robbers emptied the bank vault in Varnby on Tuesday.")
    two = dates_in("Masked robbers emptied the vault of a bank before dawn on Monday.", source="B")
    groups = [group for group, _ in verdicts(one, two)]
    told = [e.reason for group in groups for e in group.rejected]
    assert all("not sure enough" in reason for reason in told)


@given(st.lists(st.sampled_from(["on Monday", "on Tuesday", "in 2012", "in May"]), max_size=6))
@settings(deadline=None, max_examples=30)
def test_every_claim_is_in_one_group(dates_in, words):
    texts = [f"The ferry sank {when}. Nobody drowned {when}." for when in words]
    sources = [dates_in(text, source=name) for text, name in zip(texts, "ABCDEF", strict=False)]
    judged = verdicts(*sources)
    grouped = Counter(claim.id for group, _ in judged for claim in group.claims)
    assert grouped == Counter(claim.id for source in sources for claim in source)


def test_a_day_said_ten_thousand_times_costs_little(dates_in):
    text = "It rained on Tuesday. " * 3_000
    one, two = dates_in(text), dates_in(text, source="B")
    judged = verdicts(one, two)
    assert count(judged) == {"agree": 1}


@given(st.text(max_size=200) | st.text(alphabet="Mayonday 0123456789:/-.,'’p\n", max_size=120))
@settings(deadline=None, max_examples=150)
def test_no_text_raises(dates_in, text):
    if text.strip():
        assert Verdict.CONFLICT not in {
            j.verdict for _, j in verdicts(dates_in(text), dates_in(text, source="B"))
        }
