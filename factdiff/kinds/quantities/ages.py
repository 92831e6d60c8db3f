"""Bare numbers that are ages: ``Ann Hill, 43,``, ``Ann Hill (43)``, ``she was 43``, ``both 51``."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.reading import Reading
from factdiff.model import Kind

ENDS = frozenset(
    {",", ")", ".", ";", "", "and", "of", "who", "from", "when", "was", "is", "?", "!"}
)
OLDEST = 125


def age_after_name(article: Article, reading: Reading) -> Reading | None:
    """The reading as an age in years, if the number stands where newspapers put ages."""
    low, amount = reading.amount.low, reading.amount
    if low is None or not 0 < low <= OLDEST or low != low.to_integral_value() or amount.high:
        return None
    if article.piece(reading.end) not in ENDS:
        return None
    if not (_after_name(article, reading) or _of_someone(article, reading)):
        return None
    return replace(reading, kind=Kind.MEASURE, unit="years old", bare=False)


def _after_name(article: Article, reading: Reading) -> bool:
    before = reading.start - 1
    if before < 1 or article.piece(before) not in (",", "("):
        return False
    closing = {",": (",", ".", ";", "", "and", "of", "who", "from"), "(": (")", ",")}
    if article.piece(reading.end) not in closing[article.piece(before)]:
        return False
    name = article.pieces[before - 1]
    if name.end in article.person_ends:
        return True
    token = article.token_at(name.start)
    return token is not None and token.ent_type_ == "PERSON"


def _of_someone(article: Article, reading: Reading) -> bool:
    """``he was 43``, ``who is 43``, ``both 51``, ``now 43``; not ``she is one of``."""
    if article.piece(reading.number) == "one":
        return False
    before = article.piece(reading.start - 1)
    if before == "both":
        return True
    if before in ("is", "was", "turned", "turns", "be", "'s", "now", "just"):
        who = article.piece(reading.start - 2)
        return who in ("he", "she", "who", "i") or (
            reading.start >= 2 and article.pieces[reading.start - 2].end in article.person_ends
        )
    return False
