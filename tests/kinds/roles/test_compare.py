"""Which roles are one office, and what is said of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.alignment import Alignment
from factdiff.kinds.roles.judge import judge
from factdiff.kinds.roles.match import match
from factdiff.kinds.roles.office import Tie, relate
from factdiff.kinds.roles.tables import heads
from factdiff.kinds.roles.value import parse
from factdiff.model import Context, Kind, Verdict
from factdiff.settings import DEFAULTS
from tests.building import claim
from tests.kinds.speech_docs import rows

AROUND = ("opened", "bridge", "town", "rain")
ROLES = st.builds(
    lambda *parts: " ".join(part for part in parts if part),
    st.sampled_from(["", "former", "deputy", "acting", "then"]),
    st.sampled_from(["", "finance", "police", "party", "Water Board"]),
    st.sampled_from(sorted(heads())),
)


def role(source, words, person="Ann Lee", *, start=0, context=None, around=()):
    value = replace(parse(words), around=around)
    context = context or Context()
    kind = Kind.ROLE
    return claim(
        source, words, kind=kind, value=value, subject=person, start=start, context=context
    )


def verdicts(*claims, published=("2022-05-04", "2022-05-05T09:00Z")):
    alignment = Alignment(published=dict(zip("AB", published, strict=True)))
    groups = match(claims, alignment, DEFAULTS)
    assert sorted(c.id for g in groups for c in g.claims) == sorted(c.id for c in claims)
    return sorted(judge(group, alignment, DEFAULTS).verdict for group in groups)


@pytest.mark.parametrize(("left", "right", "tie"), rows("roles", "related"))
def test_related_roles(left, right, tie):
    assert relate(parse(left), parse(right)).tie == tie
    assert relate(parse(right), parse(left)).tie == tie


@settings(deadline=None, max_examples=200)
@given(ROLES, ROLES)
def test_relation_is_symmetric_and_reflexive(left, right):
    one, two = parse(left), parse(right)
    assert relate(one, one).tie is Tie.SAME
    assert relate(one, two) == relate(two, one) or relate(one, two).tie is relate(two, one).tie
    assert relate(one, two).score == relate(two, one).score


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("mayor", "the mayor", Verdict.AGREE),
        ("police boss", "chief of police", Verdict.AGREE),
        ("finance minister", "foreign minister", Verdict.CONFLICT),
        ("CEO", "former CEO", Verdict.CONFLICT),
        ("Sgt.", "Lt.", Verdict.CONFLICT),
        ("member of the board", "lawyer", Verdict.COMPATIBLE),
        ("top official of the party", "party secretary", Verdict.COMPATIBLE),
    ],
)
def test_verdicts(left, right, verdict):
    assert verdicts(role("A", left), role("B", right)) == [verdict]
    assert verdicts(role("A", right), role("B", left)) == [verdict]


@pytest.mark.parametrize("published", [(None, "2022-05-05"), ("2022-03-05", "2022-05-05")])
@pytest.mark.parametrize("words", ["former mayor", "mayor-elect"])
def test_an_office_may_change_between_articles_of_different_times(words, published):
    one, other = role("A", "mayor"), role("B", words)
    assert verdicts(one, other, published=published) == [Verdict.COMPATIBLE]
    copies = role("A", "mayor", around=AROUND), role("B", words, around=AROUND)
    assert verdicts(*copies, published=published) == [Verdict.CONFLICT]


def test_two_offices_of_articles_months_apart_are_held_in_turn():
    pair = role("A", "mayor"), role("B", "judge")
    assert verdicts(*pair) == verdicts(*pair, published=(None, None)) == [Verdict.CONFLICT]
    assert verdicts(*pair, published=("2022-01-05", "2022-05-05")) == [Verdict.COMPATIBLE]


def test_roles_of_two_persons_never_meet():
    found = verdicts(role("A", "mayor"), role("B", "mayor", person="Bob Ray"))
    assert found == [Verdict.SINGLE, Verdict.SINGLE]


def test_each_of_several_roles_meets_its_like():
    left = role("A", "mayor"), role("A", "lawyer", start=9)
    right = role("B", "attorney"), role("B", "mayor", start=9)
    assert verdicts(*left, *right) == [Verdict.AGREE, Verdict.AGREE]


@pytest.mark.parametrize(("said", "changed"), [("teacher", "nurse"), ("law editor", "food editor")])
def test_a_changed_word_in_the_same_sentence_is_a_conflict(said, changed):
    copy = role("B", changed, around=AROUND)
    assert verdicts(role("A", said, around=AROUND), copy) == [Verdict.CONFLICT]
    assert Verdict.CONFLICT not in verdicts(role("A", said), copy)


def test_a_short_sentence_counts_where_the_articles_are_copies():
    said = Context(lemmas=("plan", "call", "bitter", "meal", "good", "year", "give"))
    told = Context(lemmas=("company", "join", "board", "lead", "combine", "found"))
    other = role("A", "mayor", context=told), role("B", "mayor", context=told)
    more = role("A", "judge", start=9, context=said), role("B", "judge", start=9, context=said)
    changed = (
        role("A", "baker", start=50, context=said),
        role("B", "farmer", start=50, context=said),
    )
    assert verdicts(*other, *more, *changed) == [Verdict.AGREE, Verdict.AGREE, Verdict.CONFLICT]
    assert Verdict.CONFLICT not in verdicts(*changed)


def test_one_changed_mention_of_two_is_found():
    left = role("A", "mayor", around=AROUND), role("A", "mayor", start=50)
    right = role("B", "governor", around=AROUND), role("B", "mayor", start=50)
    assert verdicts(*left, *right) == [Verdict.AGREE, Verdict.CONFLICT]


def test_more_or_fewer_words_in_the_same_sentence_are_no_conflict():
    copy = role("B", "town mayor", around=AROUND)
    assert verdicts(role("A", "mayor", around=AROUND), copy) == [Verdict.AGREE]


@settings(deadline=None, max_examples=60)
@given(st.lists(ROLES, min_size=1, max_size=5))
def test_a_against_a_agrees(words):
    left = [role("A", w, start=100 * n) for n, w in enumerate(words)]
    right = [role("B", w, start=100 * n) for n, w in enumerate(words)]
    assert set(verdicts(*left, *right)) == {Verdict.AGREE}
