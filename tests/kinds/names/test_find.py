"""Names found in sentences whose marks are given, row by row, and in what no tagger should see."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import claims_of
from factdiff.kinds.names.find import find
from tests.work import calls_of

CASES = Path(__file__).parents[2] / "cases" / "names" / "find.tsv"
BLANK = spacy.blank("en")
BLANK.add_pipe("sentencizer")
BLANK.max_length = 10_000_000


def rows() -> list[dict[str, str]]:
    lines = [line for line in CASES.read_text("utf-8").splitlines() if line[:1] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def marked(text: str, marks: list[tuple[str, str]]) -> Doc:
    """The text with each name marked at its first occurrence behind the mark before it."""
    doc = BLANK(text)
    ents = []
    behind = 0
    for name, label in marks:
        start = text.index(name, behind)
        behind = start + len(name)
        span = doc.char_span(start, start + len(name), label=label, alignment_mode="expand")
        assert span is not None
        ents.append(span)
    doc.ents = spacy.util.filter_spans(ents)
    return doc


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["what"])
def test_claims_of_a_sentence(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    marks = [tuple(m.replace("\\n", "\n").rsplit("=", 1)) for m in row["marked"].split(";") if m]
    doc = marked(text, marks)  # type: ignore[arg-type]
    found = [f"{claim.kind}:{claim.text}={claim.value}" for claim in find(doc)]
    assert sorted(found) == sorted(c for c in (row["claims"] or "").split(";") if c)


def test_titles_and_neighbours_are_kept_for_matching() -> None:
    doc = marked(
        "Police boss Wang Mingshan joined Secretary of State Mike Pompeo.",
        [("Wang Mingshan", "PERSON"), ("Mike Pompeo", "PERSON")],
    )
    wang, pompeo = (claim.value for claim in find(doc))
    assert wang.beside == ("Mike Pompeo",)
    assert "boss" in wang.roles
    assert pompeo.titles == ("secretary", "state")


def test_adjectives_of_nations_are_no_groups(nlp: Language) -> None:
    doc = nlp("Chinese officials met the Chinese and many Uyghurs in Paris.")
    groups = [(c.text, c.start) for c in claims_of(doc) if c.kind == "group"]
    assert ("Chinese", 0) not in groups
    assert "Uyghurs" in [text for text, _ in groups]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.one_of(
            st.text(min_size=1, max_size=12).filter(str.strip),
            st.sampled_from(["Mr.", "'s", ",", "Trump", "(", "HSB", ")", "\n", "University", "of"]),
        ),
        min_size=1,
        max_size=25,
    ),
    st.sampled_from(["PERSON", "ORG", "LOC", "NORP", "MISC", "GPE"]),
)
def test_nothing_raises_and_every_claim_is_in_the_text(parts: list[str], label: str) -> None:
    doc = BLANK(" ".join(parts))
    size = max(1, len(doc) // 3)
    doc.ents = [
        spacy.tokens.Span(doc, at, min(at + size, len(doc)), label=label)
        for at in range(0, len(doc), size)
    ]
    for claim in find(doc):
        assert doc.text[claim.start : claim.end] == claim.text


def test_time_grows_linearly() -> None:
    def cost(times: int) -> int:
        text = "Chen Quanguo met Bush in Ohio. Chen left. " * times
        doc = BLANK(text)
        doc.ents = [
            spacy.tokens.Span(doc, t.i, t.i + 2, label="PERSON")
            for t in doc
            if t.text == "Chen" and doc[t.i + 1].text == "Quanguo"
        ]
        return calls_of(lambda: list(find(doc)))

    cost(50)
    assert cost(400) < 6 * cost(100)
