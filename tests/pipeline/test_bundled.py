"""What the bundled pipeline makes of whole texts: sentences and names."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from spacy.language import Language

from factdiff.pipeline import load_pipeline


def rows(name: str) -> list[dict[str, str]]:
    text = (Path(__file__).parent / name).read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def bundled() -> Language:
    return load_pipeline(claims=False)


@pytest.mark.parametrize("row", rows("sentences.tsv"), ids=lambda row: row["text"][:30])
def test_sentences(bundled: Language, row: dict[str, str]) -> None:
    doc = bundled(row["text"].replace("␤", "\n"))
    assert [sent.text.strip() for sent in doc.sents] == row["sentences"].split(" | ")


@pytest.mark.parametrize("row", rows("names.tsv"), ids=lambda row: row["text"][:30])
def test_names(bundled: Language, row: dict[str, str]) -> None:
    doc = bundled(row["text"].replace("␤", "\n"))
    assert "; ".join(f"{ent.text}={ent.label_}" for ent in doc.ents) == row["names"]


def test_no_name_holds_white_space_alone_or_a_line_break(bundled: Language) -> None:
    doc = bundled("\n\n  BAGHDAD, Iraq\n\nBarack Obama\nVice President Joe Biden\n \nThe End\n")
    assert all("\n" not in ent.text and ent.text.strip() == ent.text for ent in doc.ents)


@pytest.mark.parametrize("text", ["", " ", "\n", "\n\n\n", "A", "\u00a0", "…"])
def test_hardly_any_text(bundled: Language, text: str) -> None:
    assert bundled(text).text == text
