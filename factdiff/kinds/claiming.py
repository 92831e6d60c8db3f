"""How a room turns what it found into claims, and where a Doc keeps them.

A room's ``find`` yields claims made with ``make_claim``; ``ClaimComponent`` makes a spaCy
component of it. The claims of a Doc are in ``doc._.factdiff_claims``, in the order of the text;
the article it was made of is ``doc._.factdiff_source`` (made from ``doc.text`` if none was set).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache

from spacy.tokens import Doc

from factdiff.kinds.context import context_of, sentence_of, text_of
from factdiff.model import Claim, Kind, Skipped, Source, Span, Value

CLAIMS = "factdiff.claims"
SOURCE = "factdiff.source"


def source_of(doc: Doc) -> Source:
    """The article a Doc was made of."""
    source = doc.user_data.get(SOURCE)
    if not isinstance(source, Source):
        source = Source(name="text", text=text_of(doc), sha256="")
        doc.user_data[SOURCE] = source
    return source


def set_source(doc: Doc, source: Source) -> None:
    """Tell a Doc which article it was made of; ``doc.text`` must be the source's text."""
    if text_of(doc) != source.text:
        raise ValueError("the Doc's text is not the source's text")
    doc.user_data[SOURCE] = source


def claims_of(doc: Doc) -> tuple[Claim, ...]:
    """The claims found so far, in the order of the text."""
    claims: tuple[Claim, ...] = doc.user_data.get(CLAIMS, ())
    return claims


def add_claims(doc: Doc, found: Iterable[Claim]) -> None:
    """Add claims to a Doc, leaving out those in stretches that the source skips."""
    skipped = sorted(source_of(doc).skipped)
    kept = [claim for claim in found if not _is_skipped(claim.span, skipped)]
    doc.user_data[CLAIMS] = tuple(sorted((*claims_of(doc), *kept), key=_place))


def keep_claims(doc: Doc, keeps: Callable[[Claim], bool]) -> None:
    """Take back claims, such as the date ``1964`` that stands inside a law's title."""
    doc.user_data[CLAIMS] = tuple(claim for claim in claims_of(doc) if keeps(claim))


def _place(claim: Claim) -> tuple[int, int, str]:
    return claim.start, claim.end, claim.kind


def _is_skipped(span: Span, skipped: list[Skipped]) -> bool:
    # skipped stretches do not overlap one another: only the two around the start can matter
    at = bisect_right(skipped, span.start, key=lambda stretch: stretch.start)
    return any(span.overlaps(stretch) for stretch in skipped[max(0, at - 1) : at + 1])


def make_claim(
    doc: Doc, span: Span, kind: Kind, value: Value, *, subject: str | None = None
) -> Claim:
    """A claim at ``span`` (code points of ``doc.text``), with its place and context filled in."""
    article = text_of(doc)
    text = article[span.start : span.end]
    line, column = line_and_column(article, span.start)
    return Claim(
        kind=kind,
        text=text,
        start=span.start,
        end=span.end,
        line=line,
        column=column,
        sentence=sentence_of(doc, span),
        value=value,
        subject=subject,
        context=context_of(doc, span, claims_of(doc)),
    )


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column of a code point, both counted from 1; only a line feed ends a line."""
    starts = _line_starts(text)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


@lru_cache(maxsize=32)
def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(at + 1 for at, character in enumerate(text) if character == "\n"))


class ClaimComponent:
    """A spaCy component made of a room's ``find``: it adds claims and changes nothing else."""

    def __init__(self, name: str, find: Callable[[Doc], Iterable[Claim]]) -> None:
        self.name = name
        self.find = find

    def __call__(self, doc: Doc) -> Doc:
        add_claims(doc, self.find(doc))
        return doc


if not Doc.has_extension("factdiff_claims"):
    Doc.set_extension("factdiff_claims", getter=claims_of)
    Doc.set_extension("factdiff_source", getter=source_of, setter=set_source)
