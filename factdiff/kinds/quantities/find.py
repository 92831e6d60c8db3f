"""Find counts, money, percentages and measures in a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent
from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.counting import has_noun
from factdiff.kinds.quantities.framing import claim_of
from factdiff.kinds.quantities.local_money import local_currency
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.readings import reading_at
from factdiff.kinds.quantities.tables import word_set
from factdiff.kinds.quantities.zeros import zero_claims
from factdiff.model import Claim, Kind

GAP = 16  # pieces between a sum and the one it is held against


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
    last: Claim | None = None
    at = 0
    while at < len(article.pieces):
        reading = reading_at(article.pieces, at) if article.may_start(at) else None
        if reading is None:
            at += 1
            continue
        reading = replace(reading, unit=local_currency(article, reading))
        reading = _restating(article, before, _measured(article, before, reading))
        claim = claim_of(article, reading)
        if claim is not None:
            if reading.restates and last is not None:
                claim = replace(claim, subject=last.subject)
            else:
                before = reading
            last = claim
            yield claim
        at = max(at + 1, reading.end)
    yield from zero_claims(article)


def _measured(article: Article, before: Reading | None, reading: Reading) -> Reading:
    """``rose to 112.45 yen from 111.80``: the bare number is in the unit of the one before."""
    if before is None or before.kind is Kind.COUNT or not before.unit or before.ordinal:
        return reading
    low, last = reading.amount.low, before.amount.low
    plain = reading.bare and not reading.ordinal and reading.kind is Kind.COUNT
    if not plain or low is None or not last or not _is_linked(article, before, reading):
        return reading
    if has_noun(article, reading):
        return reading
    if not last / 50 < low < last * 50 or (low == low.to_integral_value() and 1900 < low < 2100):
        return reading
    return replace(reading, kind=before.kind, unit=before.unit, bare=False)


def _is_linked(article: Article, before: Reading, reading: Reading) -> bool:
    """``112.45 yen from 111.80``; also ``4.1 million crowns in the quarter from 3.9 million``."""
    gap = reading.start - before.end
    if not 0 < gap <= GAP:
        return False
    between = [article.piece(at) for at in range(before.end, reading.start)]
    links = word_set("bounds.tsv", "link")
    if gap <= 4 and " ".join(between) in links:
        return True
    scales = {article.piece(each.number_end - 1) for each in (before, reading)}
    exact = all("." in scale for scale in scales)  # `7.9 percent in May, down from 8.1`
    same = exact or (len(scales) == 1 and not scales.pop()[0].isdigit())
    return same and "." not in between and (between[-1] in links or " ".join(between[-2:]) in links)


def _restating(article: Article, before: Reading | None, reading: Reading) -> Reading:
    """Mark the second half of ``58km (36 miles)`` and of ``10 miles, or 16 kilometres,``."""
    if before is None or before.kind is not reading.kind or before.unit == reading.unit:
        return reading
    between = [article.piece(at) for at in range(before.end, reading.start)]
    dual = between in (["("], [",", "or"], ["/"], ["["], ["or"])
    return replace(reading, restates=dual and not before.restates)
