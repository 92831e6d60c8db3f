"""Docs for the room of dates, made without a trained pipeline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from factdiff.kinds.claiming import set_source
from factdiff.kinds.dates.find import find
from factdiff.model import Claim, Source

CASES = Path(__file__).parents[2] / "cases" / "dates"


def table(name: str) -> list[list[str]]:
    lines = (CASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.fixture(scope="session")
def dates_in():
    """A function: the date claims of a text, read with a pipeline that only cuts sentences."""
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")

    def read(text: str, published: str | None = None, source: str = "A") -> list[Claim]:
        doc = blank.make_doc(text)
        set_source(doc, Source(source, text, "", id=source, published=published))
        claims = find(blank(doc))
        return [replace(c, id=f"{source}{n}", source=source) for n, c in enumerate(claims, 1)]

    return read
