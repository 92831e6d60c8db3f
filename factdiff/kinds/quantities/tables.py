"""The room's word tables, read once, when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from factdiff.kinds.quantities.lexemes import lexemes_of


def rows(name: str) -> list[list[str]]:
    """The rows of a table beside this module: comment lines left out, cells stripped."""
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.split("\t")]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A row of ``number_words.tsv``."""

    word: str
    kind: str
    value: Decimal
    high: Decimal | None


@cache
def number_words() -> Mapping[str, NumberWord]:
    """Number words by their lower-case form."""
    return {
        word: NumberWord(word, kind, Decimal(value), Decimal(high) if high else None)
        for word, kind, value, high, *_ in rows("number_words.tsv")
    }


@dataclass(frozen=True, slots=True)
class Bound:
    """A row of ``bounds.tsv``: words that say how near a number is to the truth.

    ``sign`` is one of ``~ >= > <= <``, empty for words that change nothing (``only``).
    """

    words: tuple[str, ...]
    sign: str
    share: str


@cache
def bounds(place: str) -> Mapping[str, tuple[Bound, ...]]:
    """Bounds of one place (``before``, ``after``, ``glued``) by first word, longest first."""
    found: dict[str, list[Bound]] = {}
    for words, where, sign, share, *_ in rows("bounds.tsv"):
        if where == place:
            split = tuple(piece.lower for piece in lexemes_of(words))
            found.setdefault(split[0], []).append(Bound(split, "" if sign == "=" else sign, share))
    return {
        first: tuple(sorted(same, key=lambda bound: -len(bound.words)))
        for first, same in found.items()
    }


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of ``units.tsv``.

    ``base = value * factor + offset`` in the base unit of ``dimension``. ``where`` tells how it
    may stand: ``any``; ``glued`` (only right after digits: ``90F``); ``digits`` (also ``5 m``);
    ``hyphen`` (``a 40-story tower``, never ``40 stories``); ``away`` (``two blocks away``);
    ``N UNIT`` (written as that many of the other unit: ``two decades`` as ``20 years``).
    """

    form: tuple[str, ...]
    display: str
    dimension: str
    factor: Decimal
    offset: Decimal
    where: str


@cache
def units() -> Mapping[str, tuple[Unit, ...]]:
    """Units by the first word of a form, longest form first."""
    found: dict[str, list[Unit]] = {}
    for forms, display, dimension, factor, offset, where, *_ in rows("units.tsv"):
        for form in forms.split("|"):
            words = tuple(piece.lower for piece in lexemes_of(form))
            unit = Unit(words, display, dimension, Decimal(factor), Decimal(offset or 0), where)
            found.setdefault(words[0], []).append(unit)
    return {
        first: tuple(sorted(same, key=lambda unit: -len(unit.form)))
        for first, same in found.items()
    }


@cache
def unit_by_display() -> Mapping[str, Unit]:
    """The first row of each display form: dimension and factor of a unit in normal form."""
    found: dict[str, Unit] = {}
    for same in units().values():
        for unit in same:
            found.setdefault(unit.display, unit)
    return found


@dataclass(frozen=True, slots=True)
class Currency:
    """A row of ``currencies.tsv``: ``factor`` is 0.01 for cents.

    The pieces of a ``glued`` form stand without a space (``A$``, never ``a $``). ``where`` holds
    what else the table asks of its surroundings: ``code``, ``glued``, ``weak``, ``priced``.
    """

    form: tuple[str, ...]
    code: str
    factor: Decimal
    glued: bool
    where: frozenset[str] = frozenset()


@cache
def currencies(place: str) -> Mapping[str, tuple[Currency, ...]]:
    """Currencies by first piece; ``place`` is ``before`` or ``after`` the number."""
    found: dict[str, list[Currency]] = {}
    for forms, code, factor, where, *_ in rows("currencies.tsv"):
        places = frozenset(where.split("|"))
        if place not in places:
            continue
        flags = places - {"before", "after"}
        for form in forms.split("|"):
            words = tuple(piece.lower for piece in lexemes_of(form))
            currency = Currency(words, code, Decimal(factor), " " not in form, flags)
            found.setdefault(words[0], []).append(currency)
    return {
        first: tuple(sorted(same, key=lambda currency: -len(currency.form)))
        for first, same in found.items()
    }


@cache
def singular_currencies() -> frozenset[str]:
    """The currency words that ``a`` may stand before: ``dollar|dollars``, ``euro|euros``."""
    found: set[str] = set()
    for forms, *_ in rows("currencies.tsv"):
        same = frozenset(forms.split("|"))
        found.update(form[:-1] for form in same if form[-1] == "s" and form[:-1] in same)
    return frozenset(found - {""})


@cache
def word_set(name: str, kind: str) -> frozenset[str]:
    """The words of one kind in a table of ``word<TAB>kind`` rows."""
    return frozenset(row[0] for row in rows(name) if row[1] == kind)
