"""Which quantities meet, and what is said of them: claims built by hand, no pipeline."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from factdiff.alignment import Alignment
from factdiff.kinds.quantities import judge, match
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.value import Quantity, Thing, parse
from factdiff.model import Claim, Context, Kind, Span, Verdict
from factdiff.settings import DEFAULTS

PLACES = count(0, 100)


def claim(source, text, head="", state="", *, unit="", words=(), kind=Kind.COUNT, **more):
    start = next(PLACES)
    names = more.pop("names", ("Arva", "Merro"))
    context = Context(lemmas=tuple(words), names=tuple(names))
    attribution = more.pop("attribution", None)
    amount = parse(text).amount if not unit.isupper() else parse(f"{unit} {text}").amount
    value = Quantity(amount, unit, thing=Thing(head=head, state=state, around=tuple(words), **more))
    return Claim(
        id=f"{source}{start}",
        source=source,
        kind=kind,
        text=f"{text} {head}".strip(),
        start=start,
        end=start + 9,
        line=1,
        column=1,
        sentence=Span(start, start + 50),
        value=value,
        subject=f"{head} {state}".strip(),
        attribution=attribution,
        context=context,
    )


def verdicts(*claims, alignment=None):
    alignment = alignment or Alignment()
    groups = match(claims, alignment, DEFAULTS)
    told = [c.id for group in groups for c in group.claims]
    assert sorted(told) == sorted(c.id for c in claims)
    return sorted(str(judge(group, alignment, DEFAULTS).verdict) for group in groups)


QUAKE = ("quake", "strike", "island", "villager")


def test_tolls_that_cannot_both_be_right():
    left = claim("A", "10", "person", "killed", words=QUAKE, names=("Arva",))
    right = claim("B", "3", "person", "killed", words=QUAKE[1:], names=("Arva",))
    assert verdicts(left, right) == ["conflict"]
    groups = match((right, left), Alignment(), DEFAULTS)
    assert "3" in judge(groups[0], Alignment(), DEFAULTS).reason


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("10", "person", "killed"), ("10", "person", "injured")),
        (("10", "soldier", "killed"), ("12", "civilian", "killed")),
        (("10", "house", ""), ("10", "boat", "")),
        (("3", "officer", ""), ("4", "officer", "")),
    ],
)
def test_other_things_do_not_meet(left, right):
    one = claim("A", *left, words=("flood", "rain"))
    two = claim("B", *right, words=("storm", "wind"))
    assert verdicts(one, two) == ["single", "single"]


def test_killed_never_meets_injured_even_in_the_same_words():
    one = claim("A", "10", "person", "killed", words=QUAKE, names=("Arva",))
    two = claim("B", "12", "person", "injured", words=(*QUAKE[:2], "rain"), names=("Arva",))
    assert verdicts(one, two) == ["single", "single"]


def test_last_years_event_is_another_event():
    published = {"A": "2020-07-09", "B": "2020-07-09"}
    alignment = Alignment(published=published)
    one = claim("A", "10", "person", "killed", words=QUAKE)
    two = claim("B", "612", "person", "killed", words=QUAKE[:2], times=("2005-02",))
    assert verdicts(one, two, alignment=alignment) == ["single", "single"]


def test_vague_and_exact_are_compatible():
    one = claim("A", "several", "official", "sanctioned", words=QUAKE)
    two = claim("B", "4", "official", "sanctioned", words=QUAKE[:3])
    assert verdicts(one, two) == ["compatible"]


def test_a_later_toll_is_a_later_figure():
    alignment = Alignment(published={"A": "2020-07-09", "B": "2020-07-11"})
    one = claim("A", "10", "person", "killed", words=QUAKE)
    two = claim("B", "13", "person", "killed", words=QUAKE[:3])
    assert verdicts(one, two, alignment=alignment) == ["compatible"]
    earlier = Alignment(published={"A": "2020-07-11", "B": "2020-07-09"})
    assert verdicts(one, two, alignment=earlier) == ["conflict"]
    assert verdicts(one, two) == ["conflict"]


def test_figures_of_two_parties_are_no_error_of_either():
    one = claim("A", "10", "person", "killed", words=QUAKE, attribution="the police")
    two = claim("B", "40", "person", "killed", words=QUAKE[:3], attribution="the rebels")
    assert verdicts(one, two) == ["compatible"]
    same = replace(two, attribution="the police")
    assert verdicts(one, same) == ["conflict"]


def test_a_changed_figure_beside_one_that_stands_right():
    lead = ("quake", "strike", "island", "dawn")
    end = ("governor", "rescue", "worker", "say")
    left = [claim("A", "10", "person", "killed", words=w) for w in (lead, end)]
    right = [claim("B", n, "person", "killed", words=w) for n, w in (("10", lead), ("17", end))]
    assert verdicts(*left, *right) == ["agree", "conflict"]


def test_an_article_against_itself_only_agrees():
    left = [
        claim("A", ">=10", "person", "killed", words=QUAKE),
        claim("A", "10", "dead", "killed", words=("headline",)),
        claim("A", "10", "person", "injured", words=QUAKE),
        claim("A", "30", unit="km", kind=Kind.MEASURE, words=QUAKE),
    ]
    right = [replace(c, source="B", id=f"B{c.start}") for c in left]
    assert set(verdicts(*left, *right)) == {"agree"}


def test_the_order_of_the_sources_changes_nothing():
    one = claim("A", "10", "person", "killed", words=QUAKE)
    two = claim("B", "3", "person", "killed", words=QUAKE[:3])
    three = claim("C", "10", "person", "killed", words=QUAKE[:3])
    results = [
        sorted((str(judge(g, Alignment(), DEFAULTS).verdict), len(g.claims)) for g in groups)
        for groups in (
            match(order, Alignment(), DEFAULTS)
            for order in ((one, two, three), (three, one, two), (two, three, one))
        )
    ]
    assert results[0] == results[1] == results[2]
    assert results[0] == [("conflict", 3)]


def test_ages_meet_by_their_person():
    def age(source, years, who):
        return claim(source, years, unit="years old", kind=Kind.MEASURE, owner=who)

    assert verdicts(age("A", "43", "Ann Hill"), age("B", "44", "Ann Hill")) == ["conflict"]
    assert verdicts(age("A", "43", "Ann Hill"), age("B", "43", "Ann Hill")) == ["agree"]
    assert verdicts(age("A", "43", "Ann Hill"), age("B", "43", "Bob Dale")) == ["single"] * 2


def test_units_are_a_variant():
    one = claim("A", "58", unit="km", kind=Kind.MEASURE, words=QUAKE, verb="strik", role="obl")
    two = claim("B", "36", unit="miles", kind=Kind.MEASURE, words=QUAKE, verb="strik", role="obl")
    assert verdicts(one, two) == ["variant"]


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("person", "person", 1.0, 1.0),
        ("ship", "boat", 0.9, 0.9),
        ("official", "person", 0.6, 0.6),
        ("soldier", "civilian", 0.0, 0.3),
        ("house", "boat", 0.0, 0.0),
        ("", "person", 0.5, 0.5),
        ("widget", "gadget", 0.2, 0.2),
    ],
)
def test_kinship(left, right, least, most):
    assert least <= kinship(left, right) <= most
    assert kinship(left, right) == kinship(right, left)


def test_a_copied_crowd_of_claims_is_matched_fast():
    words = [(f"word{n}", f"thing{n}", "village") for n in range(400)]
    left = [claim("A", str(n + 20), "person", words=w) for n, w in enumerate(words)]
    right = [replace(c, source="B", id=f"B{c.start}") for c in left]
    assert verdicts(*left, *right) == ["agree"] * 400


def test_single_verdict_names_the_reason():
    group = match((claim("A", "4", "boat"),), Alignment(), DEFAULTS)[0]
    judgement = judge(group, Alignment(), DEFAULTS)
    assert judgement.verdict is Verdict.SINGLE
    assert judgement.subject == "boat"


def test_a_toll_of_another_year_never_meets_this_one():
    now = claim("A", "at least 7", "person", "killed", words=QUAKE, names=("Arva",))
    once = claim("B", "340", "person", "killed", words=QUAKE, names=("Arva",), times=("1998",))
    alignment = Alignment(published={"A": "2019-03-12", "B": "2019-03-13"})
    assert verdicts(now, once, alignment=alignment) == ["single", "single"]


def test_an_open_bound_is_no_sign_of_sameness():
    tourists = claim("A", "4000", "tourist", words=QUAKE, names=("Arva",))
    hurt = claim(
        "B", ">=135", "person", "injured", words=("quake", "glass", "fly"), names=("Arva",)
    )
    assert verdicts(tourists, hurt) == ["single", "single"]


def test_shares_of_one_population_need_more_in_common():
    left = claim("A", "60", "worker", unit="%", kind=Kind.PERCENT, words=("retire", "age"))
    right = claim("B", "71", "worker", unit="%", kind=Kind.PERCENT, words=("passport", "take"))
    assert verdicts(left, right) == ["single", "single"]


def test_synonyms_near_a_figure_are_one_word():
    left = claim("A", "0.3", unit="%", kind=Kind.PERCENT, words=("economy", "grew", "quarter"))
    right = claim("B", "0.3", unit="%", kind=Kind.PERCENT, words=("gdp", "expand", "month"))
    assert verdicts(left, right) == ["agree"]


def test_runs_of_one_thing_differ():
    left = claim("A", "seventh", "increase", unit="in a row", kind=Kind.MEASURE, words=QUAKE)
    right = claim("B", "eighth", "rise", unit="in a row", kind=Kind.MEASURE, words=QUAKE)
    left, right = (
        replace(c, value=replace(c.value, ordinal=word))
        for c, word in ((left, "seventh"), (right, "eighth"))
    )
    assert verdicts(left, right) == ["conflict"]


def test_two_events_told_by_one_formula_do_not_meet():
    words = ("poll", "show", "leader", "trust", "voter", "sunday", "party", "survey")
    one = claim("A", "38", "voter", unit="%", kind=Kind.PERCENT, words=words, names=("Stroud",))
    two = claim("B", "45", "voter", unit="%", kind=Kind.PERCENT, words=words, names=("Vance",))
    assert verdicts(one, two) == ["single", "single"]
    same = replace(two, context=replace(two.context, names=("Stroud",)))
    assert verdicts(one, same) == ["conflict"]


def test_one_source_differently_named_excuses_nothing():
    one = claim("A", "10", "person", "killed", words=QUAKE, attribution="a hospital director")
    two = claim("B", "13", "person", "killed", words=QUAKE, attribution="the hospital's director")
    assert verdicts(one, two) == ["conflict"]


@pytest.mark.parametrize(
    ("early", "late", "state", "verdict"),
    [
        ("60", "22", "missing", "compatible"),
        ("22", "60", "missing", "compatible"),
        ("10", "13", "killed", "compatible"),
        ("13", "10", "killed", "conflict"),
        ("13", "10", "sanctioned", "conflict"),
    ],
)
def test_what_a_later_count_may_say(early, late, state, verdict):
    alignment = Alignment(published={"A": "2020-07-09", "B": "2020-07-11"})
    one = claim("A", early, "person", state, words=QUAKE)
    two = claim("B", late, "person", state, words=QUAKE[:3])
    assert verdicts(one, two, alignment=alignment) == [verdict]


def test_a_figure_with_two_partners_as_good_is_no_conflict():
    words = ("sentence", "prison", "court", "brother", "robbery")
    left = [
        claim("A", n, unit="years", kind=Kind.MEASURE, words=w)
        for n, w in (("12", words[:4]), ("8", words[1:]))
    ]
    right = claim("B", "5", unit="years", kind=Kind.MEASURE, words=(*words[1:4], "sister"))
    assert verdicts(*left, right) == ["single"] * 3


def test_one_odd_figure_is_told_of_things_that_stand_for_each_other():
    one = claim("A", "80000", "customer", words=("storm", "power", "lose"))
    two = claim("B", "80000", "house", words=("storm", "electricity", "dark"))
    assert verdicts(one, two) == ["agree"]


def test_near_misses_are_told_with_their_reason():
    one = claim("A", "10", "person", "killed", words=(*QUAKE, "die"))
    two = claim("B", "12", "person", "injured", words=(*QUAKE, "hurt"))
    groups = match((one, two), Alignment(), DEFAULTS)
    told = [piece.reason for group in groups for piece in group.rejected]
    assert told == ["“10 person” and “12 person”: injured is not killed"] * 2


def test_sums_in_two_currencies_are_not_compared():
    words = ("sawmill", "buy", "company", "pay")
    one = claim("A", "80000000", unit="EUR", kind=Kind.MONEY, words=words)
    two = claim("B", "95000000", unit="USD", kind=Kind.MONEY, words=words)
    groups = match((one, two), Alignment(), DEFAULTS)
    assert [len(group.claims) for group in groups] == [1, 1]
    assert all("EUR and USD" in group.rejected[0].reason for group in groups)


def test_swapped_digits_weigh_more_than_other_differences():
    words = ("ship", "cost", "port", "month")
    left = claim("A", "128000", unit="USD", kind=Kind.MONEY, words=words[:3])
    for other, verdict in (("182000", ["conflict"]), ("20", ["single", "single"])):
        right = claim("B", other, unit="USD", kind=Kind.MONEY, words=words[1:])
        assert verdicts(left, right) == verdict


def test_a_copied_crowd_of_one_sentence_is_gathered_fast():
    left = [claim("A", "10", "person", "killed", words=QUAKE) for _ in range(3000)]
    right = [claim("B", "12", "person", "killed", words=QUAKE) for _ in range(3000)]
    assert verdicts(*left, *right) == ["conflict"]


@pytest.mark.parametrize(("told", "joined"), [("80", True), ("81", True), ("95", False)])
def test_a_share_of_a_total_and_a_count(told, joined):
    share = claim("A", "40", "worker", unit="%", kind=Kind.PERCENT, words=QUAKE)
    whole = claim("A", "200", "worker", words=QUAKE)
    start = share.end + 8
    whole = replace(whole, start=start, end=start + 11, sentence=share.sentence)
    count = claim("B", told, "employee", words=(*QUAKE[:2], "layoff", "plant"))
    expected = ["compatible", "single"] if joined else ["single"] * 3
    assert verdicts(share, whole, count) == expected
