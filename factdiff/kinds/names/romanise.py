"""Whether two words are spellings of one word from another script, and by which scheme.

Each scheme of ``romanisation.tsv`` reduces a word to what all its romanisations share. A scheme is
asked only if some word of either name carries one of its cues, so that `Hall` and `Hell` are never
taken for Arabic.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names.tables import rows, spellings, word_list

# what the reasons of spellings.tsv say of a name's language
_TOLD = (
    ("Arabic", "Arabic"),
    ("Persian", "Arabic"),
    ("Slavic", "Cyrillic"),
    ("Russian", "Cyrillic"),
    ("Kazakh", "Turkic"),
    ("Uzbek", "Turkic"),
)
_VOWELS = re.compile("[aeiouy]+")
_CONSONANTS = tuple(
    (re.compile(find), put)
    for find, put in (
        ("tsch|tch|sch|sh|ch|zh", "c"),
        ("[aeiouy]", ""),
        ("(?<!^)h", ""),
        ("[kqg]", "k"),
        ("[wvf]", "v"),
        ("[szx]", "s"),
        ("[td]", "t"),
        (r"(.)\1+", r"\1"),
    )
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """One language's rules in order, and the pattern that tells that a name may be of it."""

    name: str
    cue: re.Pattern[str]
    rules: tuple[tuple[re.Pattern[str], str], ...]
    loose: tuple[tuple[re.Pattern[str], str], ...]

    def key(self, word: str) -> str:
        """What the word's romanisations have in common."""
        for find, put in self.rules:
            word = find.sub(put, word)
        return word

    def loosened(self, word: str) -> str:
        """The word without what its romanisations do not agree on, before vowels are left out."""
        for find, put in self.loose:
            word = find.sub(put, word)
        return word


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes, in the order of the table."""
    cues: dict[str, str] = {}
    rules: dict[tuple[str, str], list[tuple[re.Pattern[str], str]]] = {}
    for row in rows("romanisation.tsv"):
        if row["step"] == "cue":
            cues[row["scheme"]] = row["find"]
        else:
            put = row["put"] or ""
            step = rules.setdefault((row["scheme"], row["step"]), [])
            step.append((re.compile(row["find"]), put))
    return tuple(
        Scheme(
            name, re.compile(cue), tuple(rules[name, "rule"]), tuple(rules.get((name, "loose"), ()))
        )
        for name, cue in cues.items()
    )


@lru_cache(maxsize=4096)
def schemes_of(name: tuple[str, ...]) -> frozenset[str]:
    """The schemes that the words of a name give a cue for."""
    found = {scheme.name for scheme in schemes() if any(scheme.cue.search(word) for word in name)}
    # a word that is known in its spellings tells too: `Ismail` is Arabic
    origins = " ".join(family.why for word in name for family in spellings().get(word, ()))
    found |= {scheme for told, scheme in _TOLD if told in origins}
    if looks_chinese(name):
        found.add("Chinese")
    return frozenset(found)


def shared_schemes(left: tuple[str, ...], right: tuple[str, ...]) -> frozenset[str]:
    """The schemes that both names give a cue for: a slip in one of them is no cue.

    German is asked if either does: `Mueller` shows it, `Muller` no longer can.
    """
    ours, theirs = schemes_of(left), schemes_of(right)
    return (ours & theirs) | ((ours | theirs) & {"German"})


@lru_cache(maxsize=16384)
def _key(scheme: str, word: str) -> str:
    return next(s for s in schemes() if s.name == scheme).key(word)


def shared_scheme(left: str, right: str, allowed: frozenset[str]) -> str | None:
    """The first allowed scheme by which two different words are one, or None."""
    if min(len(left), len(right)) < 2:
        return None
    for scheme in schemes():
        if scheme.name in allowed and _key(scheme.name, left) == _key(scheme.name, right):
            return scheme.name
    return None


@lru_cache(maxsize=16384)
def syllables(word: str) -> int:
    """How many groups of vowels a word has, a silent last e not counted."""
    return len(_VOWELS.findall(word.removesuffix("e")))


@lru_cache(maxsize=16384)
def consonants(word: str, allowed: frozenset[str] = frozenset()) -> str:
    """The consonants of a word, those that romanisations mix up written alike, none twice.

    The loose rules of the ``allowed`` schemes come first: `Khashoggi`, `Khashuqji` in Arabic.
    """
    for scheme in schemes():
        if scheme.name in allowed:
            word = scheme.loosened(word)
    for find, put in _CONSONANTS:
        word = find.sub(put, word)
    return word


# one or two syllables as Chinese and Korean given names have them, in any romanisation
_GIVEN = re.compile(
    "(?:(?:zh|ch|sh|ts|tz|hs|th|kh|ph|[bcdfghjklmnpqrstwxyz])?[aeiouwy]{1,3}(?:ng|hn|[nrkmlpth])?){1,2}"
)


def looks_chinese(name: tuple[str, ...]) -> bool:
    """Whether the first of two or three words is a usual Chinese or Korean family name.

    The others must be of such syllables too: `Lee Harris` and `Kim Clark` are not.
    """
    if not 2 <= len(name) <= 3 or name[0] not in word_list("chinese") | word_list("korean"):
        return False
    return all(_GIVEN.fullmatch(word) for word in name[1:])
