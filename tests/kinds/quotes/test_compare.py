"""Which quotations are one utterance, and what is said of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.alignment import Alignment
from factdiff.kinds.quotes.judge import judge
from factdiff.kinds.quotes.match import match
from factdiff.kinds.quotes.relation import Tie, relate
from factdiff.kinds.quotes.value import QuoteValue
from factdiff.model import Kind, Verdict
from factdiff.settings import DEFAULTS
from tests.building import claim
from tests.kinds.speech_docs import rows
from tests.work import calls_of

SPEECH = "We will stay here until the end of the war"
WORDS = st.lists(
    st.sampled_from(["we", "will", "stay", "here", "not", "now", "…", "the", "house"]), max_size=12
)


def quote(source, words, speaker=None, *, named=True, start=0):
    value = QuoteValue(words, speaker, named=named and speaker is not None, person=bool(speaker))
    fields = {"kind": Kind.QUOTE, "value": value, "subject": speaker, "start": start}
    return claim(source, words, **fields)


def verdicts(*claims, alignment=None):
    alignment = alignment or Alignment()
    groups = match(claims, alignment, DEFAULTS)
    assert sorted(c.id for g in groups for c in g.claims) == sorted(c.id for c in claims)
    return sorted(judge(group, alignment, DEFAULTS).verdict for group in groups)


@pytest.mark.parametrize(("left", "right", "tie"), rows("quotes", "related"))
def test_related_words(left, right, tie):
    assert relate(left, right).tie == tie
    assert relate(right, left).tie == tie


@settings(deadline=None, max_examples=150)
@given(WORDS, WORDS)
def test_relation_is_symmetric_and_reflexive(left, right):
    one, two = " ".join(left), " ".join(right)
    assert relate(one, one).tie is Tie.SAME
    there, back = relate(one, two), relate(two, one)
    assert there.tie is back.tie
    assert there.share == back.share


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_words_raise(left, right):
    assert relate(left, right).tie is relate(right, left).tie


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (SPEECH, Verdict.AGREE),
        (SPEECH.upper() + ".", Verdict.AGREE),
        ("until the end of the war", Verdict.COMPATIBLE),
        ("We will stay here … the end of the war", Verdict.COMPATIBLE),
        (SPEECH.replace("stay", "fight"), Verdict.CONFLICT),
        (SPEECH.replace("We will", "We'll"), Verdict.VARIANT),
    ],
)
def test_verdicts(other, verdict):
    assert verdicts(quote("A", SPEECH, "Ann Lee"), quote("B", other, "Ann Lee")) == [verdict]
    assert verdicts(quote("A", other, "Ann Lee"), quote("B", SPEECH, "Ann Lee")) == [verdict]


def test_the_changed_words_are_marked():
    pair = quote("A", SPEECH), quote("B", SPEECH.replace("stay", "fight"))
    (group,) = match(pair, Alignment(), DEFAULTS)
    reason = judge(group, Alignment(), DEFAULTS).reason
    assert "“fight”" in reason
    assert "“stay”" in reason


def test_another_speaker_is_a_conflict_only_where_both_are_named():
    two = quote("A", SPEECH, "Ann Lee"), quote("B", SPEECH, "Bob Ray")
    assert verdicts(*two) == [Verdict.CONFLICT]
    assert verdicts(two[0], quote("B", SPEECH, "Bob Ray", named=False)) == [Verdict.COMPATIBLE]
    assert verdicts(two[0], quote("B", SPEECH)) == [Verdict.AGREE]
    keys = {("A", "ann lee"): "person:lee", ("B", "bob ray"): "person:lee"}
    assert verdicts(*two, alignment=Alignment(keys)) == [Verdict.AGREE]


def test_the_spelling_of_an_aligned_name_is_a_variant():
    left = quote("A", "We stand with the Uighurs in this")
    right = quote("B", "We stand with the Uyghurs in this")
    keys = {("A", "uighurs"): "group:u", ("B", "uyghurs"): "group:u"}
    assert verdicts(left, right, alignment=Alignment(keys)) == [Verdict.VARIANT]
    assert verdicts(left, right) == [Verdict.CONFLICT]


def test_parts_of_one_utterance_join_the_whole():
    whole = quote("A", "We will stay here tonight and nobody will make us leave")
    parts = (
        quote("B", "We will stay here tonight"),
        quote("B", "nobody will make us leave", start=50),
    )
    assert verdicts(whole, *parts) == [Verdict.COMPATIBLE]


def test_unlike_quotations_stay_alone():
    assert verdicts(quote("A", SPEECH), quote("B", "They ate some fish by the sea")) == [
        Verdict.SINGLE,
        Verdict.SINGLE,
    ]


def test_many_quotations_are_matched_in_near_linear_time():
    def cost(size: int) -> int:
        claims = [
            quote(source, f"we saw {n} boats pass house {n * 7} that night", start=n)
            for source in "AB"
            for n in range(size)
        ]
        return calls_of(lambda: match(claims, Alignment(), DEFAULTS))

    cost(20)
    assert cost(400) < 6 * cost(100)
