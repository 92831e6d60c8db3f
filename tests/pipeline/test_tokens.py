"""Tokens and fixed sentence starts: one row of `tokens.tsv` or `sentences.tsv` is one case."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factdiff.pipeline.lines import set_line_starts
from factdiff.pipeline.tokens import abbreviations, news_tokenizer, short_pieces


def rows(name: str) -> list[dict[str, str]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def blank() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = news_tokenizer(nlp)
    return nlp


@pytest.mark.parametrize("row", rows("tokens.tsv"), ids=lambda row: row["text"][:30])
def test_tokens(blank: Language, row: dict[str, str]) -> None:
    text = row["text"].replace("␤", "\n")
    doc = blank.make_doc(text)
    assert doc.text == text
    assert [token.text.replace("\n", "␤") for token in doc] == row["tokens"].split(" ")


@pytest.mark.parametrize("form", sorted(abbreviations()))
def test_an_abbreviation_is_one_token(blank: Language, form: str) -> None:
    assert form in [token.text for token in blank.make_doc(f"They saw {form} Smith there.")]


@pytest.mark.parametrize("mark", ["!", "(", "=", "“", "-", "([{", "a", "1,", "Yes!No?", "警察。"])
def test_what_runs_on_without_a_blank_is_cut_up_first(blank: Language, mark: str) -> None:
    endless = mark * (20_000 // len(mark))
    text = f"Police (say) they don't know. {endless}\n\nHe left, No. 5 stayed."
    pieces = short_pieces(text)
    assert "".join(pieces) == text
    assert max(len(piece) for piece in pieces) <= 200
    doc = blank.make_doc(text)
    assert doc.text == text
    words = [token.text for token in doc]
    assert words[:9] == ["Police", "(", "say", ")", "they", "do", "n't", "know", "."]
    assert words[-8:] == ["\n\n", "He", "left", ",", "No.", "5", "stayed", "."]


def test_a_long_address_or_line_is_not_cut() -> None:
    text = f"See https://example.org/{'a' * 900} ({'-' * 800}) and {'word, ' * 400}"
    assert short_pieces(text) == [text]


def test_the_tokenizer_survives_a_round_trip(blank: Language) -> None:
    again = spacy.blank("en")
    again.tokenizer = news_tokenizer(again).from_bytes(blank.tokenizer.to_bytes())
    text = "Sgt. Bales of the U.S.-led force paid $A5."
    assert [t.text for t in again.make_doc(text)] == [t.text for t in blank.make_doc(text)]


def test_a_line_break_begins_a_sentence_and_a_title_does_not(blank: Language) -> None:
    doc = set_line_starts(blank.make_doc("Storm hits coast\nMr. Blair left the U.S. early"))
    starts = {token.text: token.is_sent_start for token in doc}
    assert starts["Mr."] is True
    assert starts["\n"] is False
    assert starts["Blair"] is False
    assert starts["early"] is False
    assert starts["left"] is None


def test_lines_of_an_empty_document(blank: Language) -> None:
    assert len(set_line_starts(Doc(blank.vocab))) == 0
