"""Find counts, money, percentages and measures in a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.framing import claim_of, has_noun
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.readings import reading_at
from factdiff.kinds.quantities.tables import word_set
from factdiff.kinds.quantities.zeros import zero_claims
from factdiff.model import Claim, Kind


@Language.factory("factdiff_quantities")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy passes it)
    """The component that adds the claims of this room."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield the counts, sums of money, percentages and measures of a Doc.

    Needs no annotation; with tags and a tree the counted noun and its event are told.
    Stretches that dates and names have claimed are left alone.
    """
    article = Article(doc)
    before: Reading | None = None
    at = 0
    while at < len(article.pieces):
        reading = reading_at(article.pieces, at) if article.may_start(at) else None
        if reading is None:
            at += 1
            continue
        reading = _restating(article, before, _measured(article, before, reading))
        claim = claim_of(article, reading)
        if claim is not None:
            before = reading
            yield claim
        at = max(at + 1, reading.end)
    yield from zero_claims(article)


def _measured(article: Article, before: Reading | None, reading: Reading) -> Reading:
    """``rose to 112.45 yen from 111.80``: the bare number is in the unit of the one before."""
    if before is None or before.kind is Kind.COUNT or not before.unit or before.ordinal:
        return reading
    low, last = reading.amount.low, before.amount.low
    plain = reading.bare and not reading.ordinal and reading.kind is Kind.COUNT
    if not plain or low is None or not last or not 0 < reading.start - before.end <= 4:
        return reading
    link = [article.piece(at) for at in range(before.end, reading.start)]
    if " ".join(link) not in word_set("bounds.tsv", "link") or has_noun(article, reading):
        return reading
    if not last / 50 < low < last * 50 or (low == low.to_integral_value() and 1900 < low < 2100):
        return reading
    return replace(reading, kind=before.kind, unit=before.unit, bare=False)


def _restating(article: Article, before: Reading | None, reading: Reading) -> Reading:
    """Mark the second half of ``58km (36 miles)`` and of ``10 miles, or 16 kilometres,``."""
    if before is None or before.kind is not reading.kind or before.unit == reading.unit:
        return reading
    between = [article.piece(at) for at in range(before.end, reading.start)]
    dual = between in (["("], [",", "or"], ["/"], ["["], ["or"])
    return replace(reading, restates=dual and not before.restates)
