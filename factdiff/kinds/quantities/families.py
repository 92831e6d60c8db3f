"""Which nouns count the same things: ``officials`` and ``members``, ``ships`` and ``boats``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.tables import rows
from factdiff.lexicon import demonyms

OTHER = "other"


@cache
def _families() -> tuple[Mapping[str, frozenset[str]], Mapping[str, str]]:
    of: dict[str, set[str]] = {}
    wider: dict[str, str] = {}
    for family, above, words, *_ in rows("families.tsv"):
        wider[family] = above
        for word in words.split("|"):
            of.setdefault(word.lower(), set()).add(family)
    return {word: frozenset(found) for word, found in of.items()}, wider


def kinship(left: str, right: str) -> float:
    """How likely two head nouns count the same things, 0 to 1.

    1 for the same noun, 0.9 for one family, 0.6 for a family and a wider one, 0.5 where a noun is
    left out, 0.45 where one is counted for the other (a home for its customer), 0.3 for two
    families of people (two women may be two officers), 0.2 where a noun is unknown, 0 for two
    families of things side by side.
    """
    left, right = _one(left), _one(right)
    if left == right:
        return 1.0 if left else 0.5
    if not left or not right:
        return 0.5
    if OTHER in (left, right):  # `five others` may be countries
        return 0.6 if is_person(left) and is_person(right) else 0.5
    return _of_families(left, right)


def _of_families(left: str, right: str) -> float:
    of, wider = _families()
    ours, theirs = of.get(left, frozenset()), of.get(right, frozenset())
    if ours & theirs:
        return 0.9
    if not ours or not theirs:
        return 0.9 if concept(left) == concept(right) else 0.2
    if {wider[f] for f in ours} & theirs or {wider[f] for f in theirs} & ours:
        return 0.6
    if any((a, b) in _stand_ins() for a in ours for b in theirs):
        return 0.45
    return 0.3 if is_person(left) and is_person(right) else 0.0


def _one(noun: str) -> str:
    """``fireman`` for the ``firemen`` that a lemmatizer leaves."""
    return f"{noun[:-3]}man" if noun.endswith("men") and len(noun) > 3 else noun


@cache
def _stand_ins() -> frozenset[tuple[str, str]]:
    pairs = [(one, two) for one, two, *_ in rows("stand_ins.tsv")]
    return frozenset([*pairs, *((two, one) for one, two in pairs)])


def is_known(noun: str) -> bool:
    """Whether a noun is in the table of families, or a people (``12 Somali``)."""
    return noun in _families()[0] or noun in _peoples()


@cache
def _peoples() -> frozenset[str]:
    return frozenset(demonym.form.lower() for demonym in demonyms())


def is_person(noun: str) -> bool:
    """Whether a noun counts people."""
    of, wider = _families()
    return any(f == "person" or wider[f] == "person" for f in of.get(noun, ()))
