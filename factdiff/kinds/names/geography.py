"""Countries and where people come from, as the names of bodies and places use them."""

from __future__ import annotations

from functools import cache

from factdiff.kinds.names.fold import fold, words
from factdiff.lexicon import countries, demonyms


def bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without a leading article."""
    return name[1:] if len(name) > 1 and name[0] == "the" else name


@cache
def _country_names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in countries():
        found.setdefault(bare(words(row.name)), row.country)
    return found


def country_of(name: str) -> str | None:
    """The usual name of the country that a name means: ``U.S.`` → ``United States``."""
    return _country_names().get(bare(words(name)))


@cache
def _origins() -> dict[str, str]:
    """Demonyms and country names, folded, by the place they come from: ``chinese`` → ``china``."""
    found: dict[str, str] = {}
    for row in demonyms():
        if row.kind not in ("politics", "religion"):  # Democrats come from no place
            found.setdefault(fold(row.form), fold(row.of))
    for place in countries():
        found.setdefault(fold(place.name).replace(".", ""), fold(place.country))
    return found


def origin_of(word: str) -> str | None:
    """The place that a folded word is named after, if it is a country's name or demonym."""
    return _origins().get(word)


def is_origin_place(word: str) -> bool:
    """Whether a folded word is a place that demonyms come from, as ``of_origin`` writes it."""
    return word in _origin_places()


@cache
def _origin_places() -> frozenset[str]:
    return frozenset("".join(place.split()) for place in _origins().values())


def of_origin(word: str) -> str | None:
    """One word for the place that a folded word comes from: ``american`` → ``unitedstates``."""
    place = origin_of(word)
    return "".join(place.split()) if place is not None else None
