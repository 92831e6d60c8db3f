"""Articles with given names, read by the bundled pipeline: speakers and roles hang on names."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import add_claims, make_claim
from factdiff.model import Kind, PlainValue, Span

CASES = Path(__file__).parent.parent / "cases"
KINDS = {"P": Kind.PERSON, "O": Kind.ORGANIZATION, "L": Kind.PLACE}


def rows(room: str, name: str) -> list[list[str]]:
    """The rows of a table of cases, ``\\n`` read as a line end."""
    text = (CASES / room / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [[cell.replace("\\n", "\n") for cell in line.split("\t")] for line in lines]


def named_doc(nlp: Language, text: str, names: str) -> Doc:
    """The text with claims for ``P:Ann Lee O:Orbit Corp.``, each wherever it stands."""
    doc = nlp.make_doc(text)
    for pipe_name, component in nlp.pipeline:
        if not pipe_name.startswith("factdiff_") or pipe_name == "factdiff_lines":
            doc = component(doc)
    for part in _parts(names):
        kind, words = KINDS[part[0]], part[2:]
        start = text.find(words)
        while start >= 0:
            span = Span(start, start + len(words))
            add_claims(doc, [make_claim(doc, span, kind, PlainValue(words))])
            start = text.find(words, span.end)
    return doc


def _parts(names: str) -> list[str]:
    parts: list[str] = []
    for word in names.split():
        if word[1:2] == ":":
            parts.append(word)
        elif parts:
            parts[-1] += f" {word}"
    return parts
