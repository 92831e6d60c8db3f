"""Whose crowns: a currency word that several countries share, resolved by the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache

from factdiff.kinds.quantities.article import Article
from factdiff.kinds.quantities.lexemes import lexemes_of
from factdiff.kinds.quantities.reading import Reading
from factdiff.kinds.quantities.tables import rows
from factdiff.lexicon import demonyms
from factdiff.model import Kind


def local_currency(article: Article, reading: Reading) -> str:
    """The unit of a reading; of a sum in a shared word (``40 crowns``) that of the country.

    The country is that of the fullest form in the article (``40 Norwegian crowns``), else the one
    the article names most often; where it names none, the table's first.
    """
    if reading.kind is not Kind.MONEY:
        return reading.unit
    word = article.piece(reading.end - 1)
    owners = _owners().get(word)
    if owners is None or article.piece(reading.end - 2) in owners:
        return reading.unit
    known = article.local_money.get(word)
    if known is None:
        known = _code(article, word, owners) or reading.unit
        article.local_money[word] = known
    return known


def _code(article: Article, word: str, owners: Mapping[str, str]) -> str:
    whole = Counter(
        first.lower
        for first, second in zip(article.pieces, article.pieces[1:], strict=False)
        if second.lower == word and first.lower in owners
    )
    named = whole or Counter(
        _countries().get(piece.lower, piece.lower)
        for piece in article.pieces
        if _countries().get(piece.lower, piece.lower) in owners
    )
    return owners[max(named, key=lambda name: (named[name], name))] if named else ""


@cache
def _owners() -> Mapping[str, Mapping[str, str]]:
    """For each shared word the code by the adjective: ``crowns``: ``norwegian``: ``NOK``."""
    shared = {
        form
        for forms, _, _, where, *_ in rows("currencies.tsv")
        if "local" in where.split("|")
        for form in forms.split("|")
    }
    found: dict[str, dict[str, str]] = {}
    for forms, code, *_ in rows("currencies.tsv"):
        for form in forms.split("|"):
            words = [piece.lower for piece in lexemes_of(form)]
            if len(words) == 2 and words[1] in shared:
                found.setdefault(words[1], {})[words[0]] = code
    return found


@cache
def _countries() -> Mapping[str, str]:
    """The adjective by the country's name: ``norway``: ``norwegian``."""
    return {
        demonym.of.lower(): demonym.form.lower()
        for demonym in reversed(demonyms())
        if demonym.kind == "nation"
    }
