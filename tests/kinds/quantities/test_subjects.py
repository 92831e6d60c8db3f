"""What a report calls the thing measured, and whose crowns are meant."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from factdiff.kinds.quantities.find import find

CASES = Path(__file__).parents[2] / "cases" / "quantities" / "subjects.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("sentence", "quantity", "subject"), ROWS)
def test_subject(nlp, sentence, quantity, subject):
    found = [claim for claim in find(nlp(sentence)) if quantity in claim.text]
    assert [claim.subject.lower() for claim in found] == [subject]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The Oslo firm, of Norway, made 40 million crowns.", "NOK 40000000"),
        ("It paid 40 Czech crowns. It made 40 million crowns.", "CZK 40000000"),
        ("Manila, in the Philippines, gave 40 million pesos.", "PHP 40000000"),
        ("It gave 40 million pesos.", "MXN 40000000"),
        ("The Pakistani state gave 40 million Indian rupees.", "INR 40000000"),
    ],
)
def test_shared_currency_words_are_the_countrys(text, value):
    assert value in [str(claim.value) for claim in find(spacy.blank("en")(text))]


def test_a_long_row_of_bare_numbers_is_read_in_linear_time():
    text = "5 percent from 4 " * 3_000 + "Of 60 passengers, 12 died. " * 3_000
    for claim in find(spacy.blank("en")(text)):
        assert text[claim.start : claim.end] == claim.text
