"""The document rules, on documents built by hand; no trained model is needed."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from factdiff.pipeline.tokens import news_tokenizer

TABLE = Path(__file__).parent / "rules.tsv"


def rows() -> list[dict[str, str]]:
    lines = [x for x in TABLE.read_text(encoding="utf8").splitlines() if not x.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def ruled() -> Language:
    nlp = spacy.blank("en")
    nlp.tokenizer = news_tokenizer(nlp)
    for name in ("factdiff_lines", "factdiff_gazetteer", "factdiff_consistency"):
        nlp.add_pipe(name)
    return nlp


def marked(nlp: Language, text: str) -> Doc:
    """A document with the entities that `[text]LABEL` marks."""
    plain, found = "", []
    for piece in text.split("["):
        inside, bracket, rest = piece.partition("]")
        if not bracket:
            plain += piece
            continue
        label = rest[: len(rest) - len(rest.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
        found.append((len(plain), len(plain) + len(inside), label))
        plain += inside + rest[len(label) :]
    doc = nlp.make_doc(plain)
    spans = [doc.char_span(start, end, label=label) for start, end, label in found]
    doc.ents = [span for span in spans if isinstance(span, Span)]
    return doc


def shown(doc: Doc) -> str:
    """The entities of a document, in order."""
    return "; ".join(f"{ent.text}={ent.label_}" for ent in doc.ents)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["rule"])
def test_rule(ruled: Language, row: dict[str, str]) -> None:
    doc = marked(ruled, row["model"].replace("␤", "\n"))
    for _, component in ruled.pipeline:
        doc = component(doc)
    assert shown(doc) == row["after"]


def test_no_sentence_begins_inside_a_name(ruled: Language) -> None:
    doc = marked(ruled, "He flew to [St. Louis]LOC today")
    for _, component in ruled.pipeline:
        doc = component(doc)
    assert doc[4].is_sent_start is False


def test_rules_hold_for_an_empty_document(ruled: Language) -> None:
    assert len(ruled("")) == 0
