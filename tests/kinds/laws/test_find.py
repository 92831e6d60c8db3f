"""What a text names, and what it only seems to name."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.claiming import add_claims, claims_of, make_claim
from factdiff.kinds.laws.equivalents import entries
from factdiff.kinds.laws.find import find_laws
from factdiff.kinds.laws.series import all_series, find_numbered, numbered_law
from factdiff.kinds.laws.value import parse
from factdiff.kinds.laws.vocabulary import heads
from factdiff.model import Kind, PlainValue, Span
from tests.kinds.laws.articles import FIND, NLP, claims, rows
from tests.work import calls_of

FRAGMENTS = st.sampled_from(
    [
        "Act",
        "the ",
        "Clean Air ",
        "Section 7",
        "(a)",
        "of ",
        " v. ",
        "Roe",
        "§ ",
        "“",
        "H.R. 1",
        "\n",
    ]
)


@pytest.mark.parametrize("row", rows("found.tsv"), ids=lambda row: row["text"][:40])
def test_sentence(row):
    assert "|".join(str(c.value) for c in claims(row["text"])) == (row["laws"] or "")


@pytest.mark.parametrize(
    ("text", "normal"), [example for series in all_series() for example in series.examples]
)
def test_examples_of_the_series(text, normal):
    law = numbered_law(text)
    assert law is not None
    assert str(law) == normal
    assert (6, 6 + len(text)) in [found[:2] for found in find_numbered(f"It is {text} today")]


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.key)
def test_every_name_of_the_table_is_found_and_means_its_row(entry):
    assert entry.source
    for name in entry.names:
        text = f"They cite {name} here."
        assert {law.entry for _, _, law in find_laws(text)} == {entry.key}, name
        assert parse(name).entry == entry.key


def test_keys_and_numbers_of_the_table_are_unique():
    keys = [entry.key for entry in entries()]
    numbers = [number for entry in entries() for number in entry.numbers]
    assert len(set(keys)) == len(keys)
    assert len(set(numbers)) == len(numbers)


def test_every_head_has_a_form():
    assert all(form and place in ("before", "both", "long") for form, place in heads().values())


def test_claims_inside_a_title_are_taken_back():
    text = "The Civil Rights Act of 1964 reached Congress in June."
    doc = NLP(text)
    inside = make_claim(doc, Span(24, 28), Kind.DATE, PlainValue("1964"))
    body = make_claim(doc, Span(4, 20), Kind.ORGANIZATION, PlainValue("Civil Rights Act"))
    outside = make_claim(doc, Span(37, 45), Kind.ORGANIZATION, PlainValue("Congress"))
    add_claims(doc, [inside, body, outside])
    assert [c.text for c in claims_of(FIND(doc))] == ["Civil Rights Act of 1964", "Congress"]


def test_a_body_named_after_a_law_is_no_law():
    text = "The Endangered Species Act Network sued."
    doc = NLP(text)
    body = make_claim(
        doc, Span(4, 34), Kind.ORGANIZATION, PlainValue("Endangered Species Act Network")
    )
    add_claims(doc, [body])
    assert [c.kind for c in claims_of(FIND(doc))] == [Kind.ORGANIZATION]


@given(st.text(max_size=200) | st.lists(FRAGMENTS, max_size=30).map("".join))
@settings(deadline=None, max_examples=80)
def test_no_text_raises_and_mentions_stand_apart(text):
    found = find_laws(text)
    assert all(0 <= start < end <= len(text) for start, end, _ in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))


@pytest.mark.parametrize(
    "word", ["Act ", "Section 5, ", "A v. B ", "Clean Air Act ", "§", "X", "of the "]
)
def test_time_grows_linearly(word):
    find_laws(word * 10)
    few, many = (calls_of(lambda n=n: find_laws(word * n)) for n in (1000, 4000))
    assert many < 6 * few + 1000
