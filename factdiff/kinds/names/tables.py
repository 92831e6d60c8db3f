"""The words of this room: one reader for its tab-separated tables.

Lines that begin with ``#`` are comments: what the table holds, its source and its licence. The
first other line names the columns. Forms are folded as ``fold.words`` folds names.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.kinds.names.fold import fold, words
from factdiff.model import Kind


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this module, as mappings by column."""
    text = (files("factdiff.kinds.names") / table).read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


@dataclass(frozen=True, slots=True)
class Family:
    """Forms that mean the same word or body, and what ties them together, in words."""

    forms: tuple[tuple[str, ...], ...]
    why: str
    plain: bool  # the forms are used for one another without remark: agreement, not variant

    @property
    def bare(self) -> frozenset[tuple[str, ...]]:
        """The forms without a leading article."""
        return frozenset(f[1:] if len(f) > 1 and f[0] == "the" else f for f in self.forms)


def _forms(cell: str) -> tuple[tuple[str, ...], ...]:
    return tuple(dict.fromkeys(words(form.strip()) for form in cell.split(";")))


@cache
def spellings() -> dict[str, tuple[Family, ...]]:
    """Single words of person names by form: ``mohammed`` → its Arabic spellings."""
    found: dict[str, tuple[Family, ...]] = {}
    for row in rows("spellings.tsv"):
        family = Family(_forms(row["forms"]), row["why"], plain=False)
        for form in family.forms:
            word = "".join(form)
            found[word] = (*found.get(word, ()), family)
    return found


@cache
def equivalents(kind: str) -> dict[tuple[str, ...], tuple[Family, ...]]:
    """Whole names of bodies, places or groups by form: ``fbi`` → the bureau."""
    found: dict[tuple[str, ...], tuple[Family, ...]] = {}
    for row in rows(f"{kind}s.tsv"):
        family = Family(_forms(row["forms"]), row["why"], plain=row["relation"] == "plain")
        for form in family.bare:
            found[form] = (*found.get(form, ()), family)
    return found


@cache
def legal_forms() -> dict[tuple[str, ...], tuple[str, str | None]]:
    """Legal forms by their words, each with class and country: ``gmbh`` → ``limited``, ``german``.

    The country is None for forms of several countries and for translations.
    """
    return {
        form: (row["class"], None if row["land"] == "-" else row["land"])
        for row in rows("legal_forms.tsv")
        for form in _forms(row["forms"])
    }


@cache
def body_words() -> dict[str, tuple[str, float]]:
    """Words common in names of bodies: the full word they stand for and how much they tell."""
    return {
        "".join(form): (fold(row["word"]), float(row["weight"]))
        for row in rows("body_words.tsv")
        for form in _forms(row["forms"])
    }


@cache
def numbers() -> dict[str, str]:
    """Ordinals and Roman numerals of names as digits: ``seventh`` and ``7th`` → ``7``."""
    return {form: row["number"] for row in rows("numbers.tsv") for form in row["forms"].split(";")}


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Given names by nickname and nicknames by given name, both ways.

    English ones come from the ``nicknames`` package (its table is kept by hand), others from
    ``nicknames.tsv``.
    """
    from nicknames import NickNamer

    found: dict[str, set[str]] = {}
    pairs = [
        (formal, short)
        for formal, shorts in NickNamer().nickname_lookup.items()
        for short in shorts
    ]
    for row in rows("nicknames.tsv"):
        pairs += [(fold(row["name"]), fold(short)) for short in row["short"].split(";")]
    for formal, short in pairs:
        found.setdefault(formal, set()).add(short.strip())
        found.setdefault(short.strip(), set()).add(formal)
    return {name: frozenset(others) for name, others in found.items()}


@dataclass(frozen=True, slots=True)
class Clue:
    """Words at or beside a name that tell its kind (``none``: that it is no claim)."""

    kind: str
    where: str
    weight: float
    words: frozenset[str]


@cache
def clues() -> tuple[Clue, ...]:
    """All clues, in the order of the table."""
    return tuple(
        Clue(
            row["kind"],
            row["where"],
            float(row["weight"]),
            frozenset(fold(word) for word in row["words"].split(";")),
        )
        for row in rows("clues.tsv")
    )


@cache
def known_names() -> dict[str, Kind]:
    """Names that news takes for granted, as written, with their kind."""
    return {
        name: Kind(row["kind"]) for row in rows("known.tsv") for name in row["names"].split(";")
    }


@cache
def own_names() -> frozenset[str]:
    """Given names that stand on their own, with all nicknames and all spellings known."""
    listed = (fold(n) for row in rows("given_names.tsv") for n in row["forms"].split(";"))
    return frozenset(listed) | nicknames().keys() | spellings().keys()


@cache
def word_list(name: str) -> frozenset[str]:
    """The folded words of one list in ``words.tsv``: ``particle``, ``direction`` …"""
    return frozenset(
        fold(form)
        for row in rows("words.tsv")
        if row["list"] == name
        for form in row["forms"].split(";")
    )
