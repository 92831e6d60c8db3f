"""Whom a statement is credited to."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.attribution import attributed
from factdiff.kinds.claiming import add_claims, claims_of, make_claim
from factdiff.kinds.quotes.find import find as find_quotes
from factdiff.model import Kind, PlainValue, Span
from tests.kinds.speech_docs import named_doc, rows
from tests.work import calls_of


@pytest.mark.parametrize(("text", "words", "names", "expected"), rows("speech", "attributed"))
def test_attribution(nlp, text, words, names, expected):
    doc = named_doc(nlp, text, names)
    add_claims(doc, find_quotes(doc))
    start = text.index(words)
    if not any(c.start == start and c.text == words for c in claims_of(doc)):
        span = Span(start, start + len(words))
        add_claims(doc, [make_claim(doc, span, Kind.COUNT, PlainValue(words))])
    found = {c.text: c.attribution for c in attributed(doc, claims_of(doc))}
    assert found[words] == (None if expected == "-" else expected)


def test_what_stands_in_a_quotation_has_its_speaker(nlp):
    text = "“Ten people died here today,” Ann Lee said."
    doc = named_doc(nlp, text, "P:Ann Lee")
    add_claims(doc, [make_claim(doc, Span(1, 11), Kind.COUNT, PlainValue("10"))])
    add_claims(doc, find_quotes(doc))
    found = {c.kind: c.attribution for c in attributed(doc, claims_of(doc))}
    assert found == {Kind.COUNT: "Ann Lee", Kind.QUOTE: "Ann Lee", Kind.PERSON: None}


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["Lee", "said", "ten", ",", "to", "according", "“", "”", "\n"])))
def test_order_and_claims_stay_as_they_are(words):
    doc = spacy.blank("en")(" ".join(words))
    claims = [
        make_claim(doc, Span(token.idx, token.idx + 3), Kind.PERSON, PlainValue("Lee"))
        for token in doc
        if token.text in ("Lee", "ten")
    ]
    add_claims(doc, claims)
    found = attributed(doc, claims_of(doc))
    assert [c.span for c in found] == [c.span for c in claims_of(doc)]


def test_time_grows_with_length_only():
    def cost(times: int) -> int:
        doc = spacy.blank("en")("Lee said ten men left, according to Lee. " * times)
        spans = [Span(t.idx, t.idx + 3) for t in doc if t.text == "Lee"]
        add_claims(doc, [make_claim(doc, s, Kind.PERSON, PlainValue("Lee")) for s in spans])
        return calls_of(lambda: attributed(doc, claims_of(doc)))

    cost(10)
    assert cost(400) < 6 * cost(100)
