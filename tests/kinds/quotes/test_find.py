"""Quotations in a Doc, and their speakers."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.quotes.find import find
from factdiff.kinds.quotes.value import parse
from tests.kinds.speech_docs import named_doc, rows


@pytest.mark.parametrize(("text", "names", "expected"), rows("speech", "speakers"))
def test_speakers(nlp, text, names, expected):
    found = [claim.subject or "-" for claim in find(named_doc(nlp, text, names))]
    if expected == "-":
        assert set(found) <= {"-"} or len(found) == 0
    else:
        assert found == expected.split(" | ")


def test_the_span_is_what_stands_inside_the_marks(nlp):
    text = "“We will stay here,” Ann Lee said."
    (claim,) = find(named_doc(nlp, text, "P:Ann Lee"))
    assert claim.text == "We will stay here,"
    assert str(claim.value) == "We will stay here"
    assert claim.value.named
    assert claim.value.person


def test_a_pronoun_is_no_name_beside_the_words(nlp):
    text = "Ann Lee left. “We will not stay here,” she said."
    (claim,) = find(named_doc(nlp, text, "P:Ann Lee"))
    assert not claim.value.named


def test_value_reads_back():
    value = parse("We will stay here,\nall of us,")
    assert str(value) == "We will stay here, all of us"
    assert parse(str(value)) == value


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=120) | st.text(alphabet="abI \n\"'“”,.said", max_size=120))
def test_no_text_raises(text):
    doc = spacy.blank("en")(text)
    for claim in find(doc):
        assert doc.text[claim.start : claim.end] == claim.text
