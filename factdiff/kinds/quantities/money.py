"""Sums of money: ``$35,000``, ``54 million dollars``, ``£2m``, ``50 cents``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.numerals import numeral_at
from factdiff.kinds.quantities.phrases import Phrase, currency_at
from factdiff.kinds.quantities.reading import Reading, amount_of, is_cardinal, reading_of
from factdiff.model import Kind


def money(pieces: Sequence[Lexeme], phrase: Phrase) -> Reading | None:
    """A sum with a sign, code or word of a currency before or after it."""
    if phrase.currency is not None:
        end = phrase.end
        doubled = currency_at(pieces, end, "after")
        if doubled is not None and doubled.code == phrase.currency.code:
            end += len(doubled.form)
        elif lower_at(pieces, end) in ("dollars", "dollar"):
            end += 1
        amount = amount_of(phrase, phrase.currency.factor)
        return reading_of(phrase, end, Kind.MONEY, amount, phrase.currency.code)
    if not is_cardinal(phrase):
        return None
    at = past_hyphen(pieces, phrase.end)
    at += lower_at(pieces, at) == "of" and phrase.low is None  # `millions of dollars`
    currency = currency_at(pieces, at, "after")
    if currency is None or not _is_money(pieces, at, phrase):
        return None
    amount = amount_of(phrase, currency.factor)
    end = at + len(currency.form)
    if amount.low is not None and currency.factor == 1 and amount.high is None:
        end, cents = _cents(pieces, end)
        amount = replace(amount, low=amount.low + cents if cents else amount.low)
    return reading_of(phrase, end, Kind.MONEY, amount, currency.code)


def _cents(pieces: Sequence[Lexeme], at: int) -> tuple[int, Decimal]:
    """``twenty dollars and 50 cents`` is one sum."""
    if lower_at(pieces, at) != "and" or at + 1 >= len(pieces):
        return at, Decimal(0)
    numeral = numeral_at(pieces, at + 1)
    if numeral is None or numeral.value is None or numeral.form != "cardinal":
        return at, Decimal(0)
    currency = currency_at(pieces, numeral.end, "after")
    if currency is None or currency.factor == 1 or numeral.value >= 100:
        return at, Decimal(0)
    return numeral.end + len(currency.form), numeral.value * currency.factor


def _is_money(pieces: Sequence[Lexeme], at: int, phrase: Phrase) -> bool:
    """``3 won medals`` and ``two real threats`` are no money; ``40 billion won`` is."""
    if pieces[at].lower in ("won", "real", "marks", "try", "php", "rs", "rand", "crowns", "franc"):
        return phrase.low is not None and (phrase.low >= 100 or phrase.first.digits)
    return True
