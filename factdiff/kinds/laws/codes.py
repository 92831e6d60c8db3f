"""Codes and constitutions of countries and states: ``Turkey's penal code``, ``Turkish Penal Code``.

Their names hold a field and a head and, before them, whose they are, in one of many ways.
"""

from __future__ import annotations

from functools import cache

from factdiff.kinds.laws.value import Law, title_words
from factdiff.kinds.laws.vocabulary import word_list
from factdiff.lexicon import countries, demonyms

FORMS = frozenset({"code", "constitution"})


def same_code(left: Law, right: Law) -> bool:
    """Whether two codes have one field and, where both tell whose they are, one owner."""
    if left.form != right.form or left.form not in FORMS:
        return False
    if left.series is not None or right.series is not None:
        return False
    ours, theirs = (_parted(title_words(law.title or law.words)) for law in (left, right))
    owners = {owner for owner, _ in (ours, theirs) if owner}
    return ours[1] == theirs[1] and bool(ours[1]) and len(owners) < 2


def _parted(words: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """Whose a code is (a country, folded; empty if untold), and its field and head."""
    fields = word_list("field")
    at = len(words) - 1
    while at > 0 and words[at - 1] in fields:
        at -= 1
    owner = " ".join(words[:at]).removesuffix("'s").removesuffix("'")
    owner = "" if owner in word_list("unowned") else owner
    return _countries().get(owner, owner), words[at:]


@cache
def _countries() -> dict[str, str]:
    """Countries by their names and by what their people and things are called."""
    known = {place.name.casefold(): place.country.casefold() for place in countries()}
    for demonym in demonyms():
        if demonym.kind == "nation":
            known.setdefault(demonym.form.casefold(), demonym.of.casefold())
    return known
