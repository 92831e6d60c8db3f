"""A person's name taken apart: its words, without title and suffix, and which comes first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names.fold import as_written, fold, is_latin, words
from factdiff.kinds.names.ordering import in_order
from factdiff.kinds.names.romanise import looks_chinese
from factdiff.kinds.names.tables import word_list
from factdiff.kinds.names.word import Word
from factdiff.lexicon import titles

_ROMAN = re.compile(r"[IVX]{2,6}")
_HYPHEN = re.compile(r"([^\W\d_]{3,})-([^\W\d_]{3,})")
_LETTERS = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Person:
    """The words of a name in order, its suffix, and what its title says of sex.

    ``family_first`` holds for Chinese and Korean names in their own order; a given name of two
    syllables is one word there, however it is written (`Kim Jong Un`, `Kim Jong-un`). ``compounds``
    are the folded words of given names with a hyphen (`Jean-Pierre`).
    """

    words: tuple[Word, ...]
    suffix: str | None
    sex: str | None
    family_first: bool
    compounds: frozenset[str] = frozenset()

    @property
    def folded(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple(word.folded for word in self.words)

    @property
    def name(self) -> str:
        """The name as written, without title and suffix."""
        return " ".join(word.written for word in self.words)

    def part(self, word: Word) -> str:
        """Which part of the name a word is, as reasons put it."""
        if len(self.words) < 2:
            return "The names"
        is_family = word == (self.words[0] if self.family_first else self.words[-1])
        return "The family names" if is_family else "The given names"


@cache
def title_words() -> frozenset[str]:
    """Single folded words that titles are made of."""
    return frozenset(word for title in titles() for word in words(title.form))


@lru_cache(maxsize=8192)
def person(name: str) -> Person:
    """Take a name apart. `Smith, John` is turned round; titles before the name are set aside."""
    name = in_order(name)
    found = _words(name)
    sex = None
    while len(found) > 1 and found[0].folded in title_words():
        sex = sex or _sex(found[0].folded)
        found = found[1:]
    found, suffix = _without_suffix(found)
    found, family_first = _given_joined(found, name)
    compounds = _compounds(name, found) if not family_first else frozenset()
    return Person(found, suffix, sex, family_first, compounds)


def _compounds(name: str, found: tuple[Word, ...]) -> frozenset[str]:
    """The words of given names with a hyphen; a double family name can lose a part."""
    families = {word.folded for word in found[-1:]}
    parts = (tuple(fold(part) for part in pair) for pair in _HYPHEN.findall(name))
    return frozenset(
        part
        for pair in parts
        if families.isdisjoint(pair) and not any(p in word_list("particle") for p in pair)
        for part in pair
    )


def _words(name: str) -> tuple[Word, ...]:
    folded = words(name, initials_apart=True)
    written = as_written(name, initials_apart=True)
    if len(folded) != len(written):  # another script, put into Latin letters word by word
        mark = "" if is_latin(name) else "…"
        return tuple(Word(word, word + mark, word.title()) for word in folded)
    found: list[Word] = []
    shouted = name.isupper()
    for plain, said in zip(folded, written, strict=True):
        if _LETTERS.fullmatch(said) and not shouted and not _ROMAN.fullmatch(said):
            # `JK Rowling`: two capitals are two initials
            found += [Word(letter.lower(), letter.lower(), letter) for letter in said]
        else:
            found.append(Word(plain, said.casefold(), said))
    return tuple(found)


def _sex(title: str) -> str | None:
    if title in word_list("female"):
        return "a woman"
    return "a man" if title in word_list("male") else None


def _without_suffix(found: tuple[Word, ...]) -> tuple[tuple[Word, ...], str | None]:
    if len(found) < 2:
        return found, None
    last = found[-1]
    if _ROMAN.fullmatch(last.written) or (
        last.folded in word_list("suffix") and len(last.folded) > 1
    ):
        return found[:-1], last.folded
    return found, None


def _given_joined(found: tuple[Word, ...], name: str) -> tuple[tuple[Word, ...], bool]:
    family_first = looks_chinese(tuple(word.folded for word in found))
    if len(found) != 3:
        return found, family_first
    if family_first:
        return (found[0], _one_word(found[1], found[2])), True
    hyphen = f"{found[0].written}-{found[1].written}"
    if hyphen in name and looks_chinese((found[2].folded, found[0].folded)):
        return (_one_word(found[0], found[1]), found[2]), False
    return found, False


def _one_word(first: Word, second: Word) -> Word:
    return Word(
        first.folded + second.folded,
        first.spelled + second.spelled,
        first.written + second.written.lower(),
    )
