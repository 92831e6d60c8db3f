"""Bare numbers that are ages: ``Ann Hill, 43,``, ``Ann Hill (43)``, ``she was 43``, ``both 51``."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.counting import has_noun
from factdiff.kinds.quantities.families import is_person
from factdiff.kinds.quantities.nouns import lemma_of
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.tables import word_set
from factdiff.model import Kind

TABLE = "age_words.tsv"
OLDEST = 125
MAX_LIST = 8  # ages that one `aged` heads: `aged 4, 7 and 9`


def age_after_name(article: Article, reading: Reading) -> Reading | None:
    """The reading as an age in years, if the number stands where newspapers put ages."""
    low, amount = reading.amount.low, reading.amount
    if low is None or not 0 < low <= OLDEST or low != low.to_integral_value() or amount.high:
        return None
    near = _of_one(article, reading) or _after_name(article, reading) or _listed(article, reading)
    if not near:
        after = article.piece(reading.end)
        if (after and after not in word_set(TABLE, "end")) or not _of_someone(article, reading):
            return None
    return replace(reading, kind=Kind.MEASURE, unit="years old", bare=False)


def _after_name(article: Article, reading: Reading) -> bool:
    before = reading.start - 1
    if before < 1 or article.piece(before) not in (",", "("):
        return False
    place = "in brackets" if article.piece(before) == "(" else "after a comma"
    after = article.piece(reading.end)
    if after not in word_set(TABLE, place) and (after or place == "in brackets"):
        return False
    name = article.pieces[before - 1]
    if name.end in article.person_ends:
        return True
    token = article.token_at(name.start)
    if token is None:
        return False
    known = is_person(lemma_of(token)) or token.lower_ in word_set(TABLE, "kin")
    someone = token.tag_ == "NN" and known and article.piece(before) == ","
    return token.ent_type_ == "PERSON" or (someone and after == ",")


def _listed(article: Article, reading: Reading) -> bool:
    """The ``34`` and ``58`` of ``aged 27, 34 and 58``."""
    at = reading.start - 1
    for _ in range(MAX_LIST):
        if article.piece(at) not in (",", "and", "or"):
            return False
        at -= 1 + (article.piece(at - 1) == ",")
        if article.piece(at - 1) in word_set(TABLE, "aged"):
            return not has_noun(article, reading)
        if not 0 <= at < len(article.pieces) or article.pieces[at].kind != "number":
            return False
        at -= 1
    return False


def _of_one(article: Article, reading: Reading) -> bool:
    """``a boy of 14``; not ``a mother of three`` or ``a crew of 14``."""
    someone = word_set(TABLE, "someone")
    of = reading.start >= 2 and article.piece(reading.start - 1) == "of"
    whole = article.piece(reading.end) not in ("of", "-", "%")
    return of and whole and article.piece(reading.start - 2) in someone


def _of_someone(article: Article, reading: Reading) -> bool:
    """``he was 43``, ``who is 43``, ``both 51``, ``now 43``; not ``she is one of``."""
    if article.piece(reading.number) == "one":
        return False
    before = article.piece(reading.start - 1)
    if before == "both":
        return True
    if before not in word_set(TABLE, "being"):
        return False
    if before in ("turned", "turns") and article.piece(reading.end) != "of":
        return True
    if reading.start >= 2 and article.pieces[reading.start - 2].end in article.person_ends:
        return True
    who = [article.piece(reading.start - n) for n in (2, 3)]
    return any(word in word_set(TABLE, "who") for word in who)
