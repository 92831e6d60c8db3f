"""Roles in a Doc, and what they are made of."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.claiming import add_claims, make_claim
from factdiff.kinds.roles.find import find
from factdiff.kinds.roles.tables import heads
from factdiff.kinds.roles.tables import rows as table
from factdiff.kinds.roles.value import FORMER, FUTURE, PAST, PRESENT, known, parse
from factdiff.model import Kind, PlainValue, Span
from tests.kinds.speech_docs import named_doc, rows


@pytest.mark.parametrize(("text", "names", "expected"), rows("roles", "found"))
def test_roles(nlp, text, names, expected):
    claims = sorted(find(named_doc(nlp, text, names)), key=lambda c: (c.start, c.subject))
    found = [f"{claim.subject} = {claim.value}" for claim in claims]
    assert found == ([] if expected == "-" else expected.split(" | "))


@pytest.mark.parametrize(
    ("words", "head", "tense", "ranks"),
    [
        ("former deputy party secretary", "secretary", FORMER, ("deputy",)),
        ("President-elect", "president", FUTURE, ()),
        ("then-Secretary", "secretary", PAST, ()),
        ("acting police chief", "chief", PRESENT, ("acting",)),
        ("president and chief executive of the bank", "chief executive", PRESENT, ()),
        ("the ex-chief's wife", "wife", PRESENT, ()),
        ("stevedore", "stevedore", PRESENT, ()),
    ],
)
def test_parts_of_a_role(words, head, tense, ranks):
    value = parse(words)
    assert (value.head, value.tense, value.ranks) == (head, tense, ranks)


def test_a_role_drops_its_article_unless_it_belongs_to_an_owner():
    assert str(parse("the mayor")) == "mayor"
    assert str(parse("an attorney with the union")) == "attorney with the union"
    assert str(parse("the party's chief")) == "the party's chief"


@pytest.mark.parametrize("head", heads().values(), ids=lambda head: head.form)
def test_every_role_noun_is_known_in_its_example(head):
    example = next(row["example"] for row in table("heads.tsv") if row["form"] == head.form)
    assert head.form in example.lower()
    assert known(head.form) == head


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_no_words_raise(words):
    assert isinstance(str(parse(words)), str)


PIECES = ["Lee", "mayor", "the", ",", "of", "and", "former", "is", "who", "’s", "(D-", ".", "said"]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30))
def test_no_text_raises(words):
    doc = spacy.blank("en")(" ".join(words))
    start = doc.text.find("Lee")
    if start >= 0:
        name = make_claim(doc, Span(start, start + 3), Kind.PERSON, PlainValue("Lee"))
        add_claims(doc, [name])
    for claim in find(doc):
        assert doc.text[claim.start : claim.end] == claim.text
        assert claim.subject
