"""What counts as a quantity, where it ends and what it is worth: by form alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.quantities.find import find
from factdiff.kinds.quantities.lexemes import lexemes_of
from factdiff.kinds.quantities.phrases import phrase_at
from factdiff.kinds.quantities.tables import bounds, currencies, number_words, rows, units

CASES = Path(__file__).parents[2] / "cases" / "quantities"
BLANK = spacy.blank("en")


def cases(name):
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def found(text):
    claims = sorted(find(BLANK(text)), key=lambda claim: claim.start)
    return [f"{claim.kind}={claim.text}={claim.value}" for claim in claims]


@pytest.mark.parametrize(("sentence", "wanted"), cases("expressions.tsv"))
def test_expression(sentence, wanted):
    wanted_claims = [] if wanted == "-" else wanted.split(" ; ")
    got = found(sentence)
    assert len(got) == len(wanted_claims), got
    for mine, gold in zip(got, wanted_claims, strict=True):
        kind, text, value = mine.split("=", 2)
        gold_kind, gold_text, gold_value = gold.split("=", 2)
        # without tags the end of a noun group is a guess: the number and its bound are not
        assert (kind, value) == (gold_kind, gold_value)
        assert text.startswith(gold_text.split()[0])


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=200))
def test_no_text_raises(text):
    doc = BLANK(text)
    for claim in find(doc):
        assert text[claim.start : claim.end] == claim.text


WORDS = st.sampled_from((CASES / "number_pieces.txt").read_text(encoding="utf-8").split())


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=12), st.booleans())
def test_no_number_phrase_raises(words, glued):
    text = ("" if glued else " ").join(words)
    for claim in find(BLANK(text)):
        assert text[claim.start : claim.end] == claim.text
        assert str(claim.value)


@pytest.mark.parametrize(
    "text",
    [
        "one " * 10_000,
        "5 by " * 5_000,
        "1,234" + ",234" * 20_000,
        "$ " * 10_000,
        "at least " * 5_000,
    ],
)
def test_repetition_is_harmless(text):
    for claim in find(BLANK(text)):
        assert text[claim.start : claim.end] == claim.text


def test_a_long_row_of_digits_is_no_number():
    assert found("9" * 5000 + " people") == []


@pytest.mark.parametrize("row", rows("bounds.tsv"), ids=lambda row: row[0])
def test_example_of_a_bound(row):
    words, place, sign, share, example = row
    pieces = lexemes_of(example)
    phrases = [p for at in range(len(pieces)) if (p := phrase_at(pieces, at))]
    assert phrases, example
    if place == "before":
        assert phrases[0].sign == sign.strip("=") or sign in (">=", "<=")
        assert not share or phrases[0].share == share
    assert words.split()[0] in bounds(place)


@pytest.mark.parametrize(
    "row", [r for r in rows("units.tsv") if r[5] not in ("age", "scale")], ids=lambda row: row[1]
)
def test_example_of_a_unit(row):
    display, where, example = row[1], row[5], row[6]
    wanted = where.partition(" ")[2] or display
    values = [str(claim.value) for claim in find(BLANK(example))]
    singular = {"feet": "foot", "inches": "inch"}.get(wanted, wanted.removesuffix("s"))
    assert any(wanted in value or singular in value for value in values), values


@pytest.mark.parametrize("row", rows("currencies.tsv"), ids=lambda row: row[1])
def test_example_of_a_currency(row):
    values = [str(claim.value) for claim in find(BLANK(row[4]))]
    assert any(value.startswith(row[1]) for value in values), values


def test_tables_hold_no_word_twice():
    assert len(number_words()) == len(rows("number_words.tsv"))
    for place in ("before", "after", "glued"):
        for same in bounds(place).values():
            assert len({bound.words for bound in same}) == len(same)
    for place in ("before", "after"):
        for same in currencies(place).values():
            assert len({(currency.form, currency.glued) for currency in same}) == len(same)
    for same in units().values():
        assert len({unit.form for unit in same}) == len(same)
