"""Whether one name of a body is the acronym of another: by initials or beginnings of its words."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.kinds.names.body import Body
from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.tables import legal_forms, word_list

_SHORT_COUNTRY = frozenset({"us", "uk", "un", "eu", "usa"})


def acronym(a: Body, b: Body) -> Piece | None:
    """The evidence that one name is the acronym of the other, or None."""
    for short, long in ((a, b), (b, a)):
        if len(short.words) != 1 or len(long.full) < 2:
            continue
        letters = short.words[0].folded
        syllabic = short.words[0].written.isupper() and is_syllabic(letters, long.full)
        if is_acronym(letters, long.full) or syllabic:
            share = 1.0 if len(letters) > 2 else 0.7
            if not is_acronym(letters, long.full):
                share = 0.8
            said = " ".join(word.written for word in long.words)
            return piece("acronym", short.words[0].written, said, share=share)
    return None


def is_acronym(letters: str, name: tuple[str, ...]) -> bool:
    """Whether the letters are the initials of the folded words, small words counted or not."""
    return len(letters) > 1 and letters in set(_initials(name))


def is_syllabic(letters: str, name: tuple[str, ...]) -> bool:
    """Whether the letters are the beginnings of the words in order: KOrea MIning Development."""
    telling = [word for word in name if word not in word_list("stop")]
    if len(letters) < 4 or len(telling) < 2 or letters[0] != telling[0][0]:
        return False
    reached = {0}  # how many letters are used up after each word
    for number, word in enumerate(telling):
        longest = {
            at + size for at in reached for size in (1, 2, 3) if _begins(letters, at, word, size)
        }
        if not longest:
            return len(letters) in reached and number >= 2
        reached = longest
    return len(letters) in reached


def _begins(letters: str, at: int, word: str, size: int) -> bool:
    return at + size <= len(letters) and letters[at : at + size] == word[:size]


def _initials(name: tuple[str, ...]) -> Iterator[str]:
    small = word_list("stop")
    telling = tuple(word for word in name if word not in small)
    core = tuple(word for word in telling if (word,) not in legal_forms())
    for some in (name, telling, core):
        yield "".join(word[0] for word in some)
        # `U.S.` gives both its letters: USCIRF
        yield "".join(word if word in _SHORT_COUNTRY else word[0] for word in some)
