"""Sums of money: ``$35,000``, ``54 million dollars``, ``£2m``, ``50 cents``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factdiff.kinds.quantities.amounts import Amount
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.phrases import Phrase, currency_at
from factdiff.kinds.quantities.reading import Reading, amount_of, is_cardinal, reading_of
from factdiff.kinds.quantities.tables import Currency, word_set
from factdiff.model import Kind

TABLE = "money_words.tsv"
REACH = 7  # words before a sum in which `fined`, `worth` or `cost` may stand
GLUED_PENCE = 100  # `30p` is money, `1080p` a screen
WEIGHED = 500_000  # nothing in the news weighs a million pounds as often as it costs them


def money(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """A sum with a sign, code or word of a currency before or after it."""
    if phrase.currency is not None:
        end = phrase.end
        end = _past_doubled(pieces, end, phrase.currency)
        amount = amount_of(phrase, phrase.currency.factor)
        end, amount = _with_cents(pieces, end, amount, phrase.currency)
        return reading_of(phrase, end, Kind.MONEY, amount, phrase.currency.code)
    if not is_cardinal(phrase):
        return None
    at = past_hyphen(pieces, phrase.end)
    at += lower_at(pieces, at) == "of" and phrase.low is None  # `millions of dollars`
    currency = currency_at(pieces, at, "after")
    if currency is None or not _is_money(pieces, at, phrase, currency):
        return None
    end = at + len(currency.form)
    if phrase.first.article and not _is_one_coin(pieces, phrase, end):
        return None
    end, amount = _with_cents(pieces, end, amount_of(phrase, currency.factor), currency)
    return replace(reading_of(phrase, end, Kind.MONEY, amount, currency.code), article=False)


def _past_doubled(pieces: Sequence[Lexeme], at: int, currency: Currency) -> int:
    """Past the second naming of ``$5 million US dollars``; not past the sign of a next column."""
    doubled = currency_at(pieces, at, "after")
    if doubled is not None and (doubled.code == currency.code or doubled.form[0] == "dollars"):
        end = at + len(doubled.form)
        following = pieces[end].kind if end < len(pieces) else ""
        return at if pieces[at].kind == "sign" and following == "number" else end
    return at


def _with_cents(
    pieces: Sequence[Lexeme], end: int, amount: Amount, currency: Currency
) -> tuple[int, Amount]:
    if amount.low is None or currency.factor != 1 or amount.high is not None:
        return end, amount
    end, cents = _cents(pieces, end)
    return end, replace(amount, low=amount.low + cents if cents else amount.low)


def _is_one_coin(pieces: Sequence[Lexeme], phrase: Phrase, end: int) -> bool:
    """``for a dollar``, ``under a euro``; not ``a dollar bill`` or ``40 cents a dollar``."""
    before, after = lower_at(pieces, phrase.start - 1), pieces[end : end + 1]
    ends = not after or after[0].kind == "sign" or after[0].lower in word_set(TABLE, "after a coin")
    return ends and currency_at(pieces, phrase.start - 1, "after") is None and before != "to"


def _cents(pieces: Sequence[Lexeme], at: int) -> tuple[int, Decimal]:
    """``twenty dollars and 50 cents``, ``5 euros 20 cents`` are one sum."""
    first = at + (lower_at(pieces, at) == "and")
    if first >= len(pieces):
        return at, Decimal(0)
    numeral = numeral_at(pieces, first)
    if numeral is None or numeral.value is None or numeral.form != "cardinal":
        return at, Decimal(0)
    currency = currency_at(pieces, numeral.end, "after")
    if currency is None or currency.factor == 1 or numeral.value >= 100:
        return at, Decimal(0)
    return numeral.end + len(currency.form), numeral.value * currency.factor


def _is_money(pieces: Sequence[Lexeme], at: int, phrase: Phrase, currency: Currency) -> bool:
    """``3 won medals`` and ``two real threats`` are no money; ``40 billion won`` is."""
    if "weak" in currency.where:
        return phrase.low is not None and (phrase.low >= 100 or phrase.first.digits)
    if "glued" in currency.where:
        return phrase.low is not None and phrase.low < GLUED_PENCE
    return "priced" not in currency.where or _is_priced(pieces, at, phrase)


def _is_priced(pieces: Sequence[Lexeme], at: int, phrase: Phrase) -> bool:
    """``fined 500 pounds``, ``two million pounds``; not ``a 500-pound bomb``."""
    if phrase.low is not None and phrase.low >= WEIGHED:
        return True
    before = {piece.lower for piece in pieces[max(0, phrase.start - REACH) : phrase.start]}
    after = [lower_at(pieces, at + n) for n in (1, 2)]
    if after[0] == "and" and _cents(pieces, at + 1)[1]:
        return True
    told = {after[0], " ".join(after)} & word_set(TABLE, "after")
    return bool(told or before & word_set(TABLE, "before"))
