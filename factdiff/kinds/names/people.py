"""Two names of persons held against each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import as_written, fold, spelled, words
from factdiff.kinds.names.pairing import Pairing, pair_up
from factdiff.kinds.names.romanise import looks_chinese, schemes_of
from factdiff.kinds.names.tables import word_list
from factdiff.kinds.names.wording import Word
from factdiff.lexicon import titles
from factdiff.model import Verdict

CHINESE_ENOUGH = frozenset({"Chinese", "Korean"})


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart: its words without titles, its suffix, and what its title says of sex."""

    words: tuple[Word, ...]
    suffix: str | None
    sex: str | None
    family_first: bool

    @property
    def folded(self) -> tuple[str, ...]:
        """The folded words, in order."""
        return tuple(word.folded for word in self.words)


@cache
def title_words() -> frozenset[str]:
    """Single folded words that titles are made of."""
    return frozenset(word for title in titles() for word in words(title.form))


@lru_cache(maxsize=8192)
def person(name: str) -> Person:
    """Take a name apart. `Smith, John` is turned round; titles before the name are set aside."""
    name = _turned(name)
    found = _words(name)
    sex = None
    while len(found) > 1 and found[0].folded in title_words():
        sex = sex or _sex(found[0].folded)
        found = found[1:]
    suffix = None
    if len(found) > 1 and found[-1].folded in word_list("suffix") and found[-1].folded not in "v":
        suffix = found[-1].folded
        found = found[:-1]
    family_first = looks_chinese(tuple(word.folded for word in found))
    if family_first and len(found) == 3:
        found = (found[0], _one_word(found[1], found[2]))  # `Kim Jong Un`, `Kim Jong-un`
    return Person(found, suffix, sex, family_first)


def _one_word(first: Word, second: Word) -> Word:
    return Word(
        first.folded + second.folded,
        first.spelled + second.spelled,
        first.written + second.written.lower(),
    )


def _turned(name: str) -> str:
    head, comma, tail = name.partition(",")
    if not comma or not tail.strip() or "," in tail:
        return name
    if fold(tail).strip(". ") in word_list("suffix"):
        return f"{head} {tail}"
    return f"{tail.strip()} {head.strip()}"


def _words(name: str) -> tuple[Word, ...]:
    folded = words(name, initials_apart=True)
    raw = spelled(name)
    written = tuple(_written(name))
    if not len(folded) == len(raw) == len(written):
        raw = written = folded
    return tuple(Word(*triple) for triple in zip(folded, raw, written, strict=True))


def _written(name: str) -> list[str]:
    return list(as_written(name))


def _sex(title: str) -> str | None:
    if title in word_list("female"):
        return "a woman"
    return "a man" if title in word_list("male") else None


def weigh(left: str, right: str) -> list[Piece]:
    """All evidence about two names of persons, the prior first."""
    a, b = person(left), person(right)
    schemes = (schemes_of(a.folded) | schemes_of(b.folded)) - (
        frozenset() if a.family_first or b.family_first else CHINESE_ENOUGH
    )
    pairing = pair_up(a.words, b.words, schemes, person=True)
    found = [piece("prior"), *_few(pairing.pieces)]
    found += _suffixes(a, b)
    if a.sex and b.sex and a.sex != b.sex:
        found.append(piece("gender", left, right))
    found += _missing(a, b, pairing)
    found += _order(pairing, left, right)
    return found


def _few(pieces: list[Piece]) -> list[Piece]:
    """Equal words past the second tell no more: they never outweigh `Jr.` against `Sr.`"""
    equal = sum(p.feature == "word" for p in pieces)
    if equal <= 2:
        return pieces
    return [replace(p, weight=p.weight * 2 / equal) if p.feature == "word" else p for p in pieces]


def _suffixes(a: Person, b: Person) -> list[Piece]:
    if a.suffix == b.suffix:
        return []
    if a.suffix is None or b.suffix is None:
        return [piece("suffix_missing", right=a.suffix or b.suffix or "")]
    same = {"jr": "junior", "sr": "senior"}
    if same.get(a.suffix, a.suffix) == same.get(b.suffix, b.suffix):
        return []
    return [piece("suffix_differs", a.suffix, b.suffix)]


def _missing(a: Person, b: Person, pairing: Pairing) -> list[Piece]:
    left, right = (
        [w for w in alone if w.folded not in word_list("particle")]
        for alone in (pairing.left_alone, pairing.right_alone)
    )
    if left and right:
        return [_opposed(a, b, left, right)]
    alone = left or right
    if not alone:
        sound = all(p.verdict is not Verdict.CONFLICT for p in pairing.pieces)
        return [piece("complete")] if pairing.pieces and sound else []
    whole = a if left else b
    if len(pairing.pieces) == 1:
        return [piece("short_form", a_name(b if left else a), a_name(whole))]
    if all(len(w.folded) == 1 for w in alone) and _initials_paired(pairing):
        return [piece("other_initial", a_name(a), a_name(b))]
    found = []
    for word in alone:
        last = word is whole.words[-1] and not whole.family_first
        initial = len(word.folded) == 1
        share = 0.3 if initial else 1.0
        found.append(piece("extra_last" if last else "extra_word", right=word.written, share=share))
    return found


def _initials_paired(pairing: Pairing) -> bool:
    """`George H. W. Bush`, `George W. Bush`: whoever writes initials writes all of them."""
    return any(len(pairing.left[pair.left].folded) == 1 for pair in pairing.pairs)


def a_name(whole: Person) -> str:
    """The name as written, without title."""
    return " ".join(word.written for word in whole.words)


def _opposed(a: Person, b: Person, left: list[Word], right: list[Word]) -> Piece:
    one, other = (" ".join(w.written for w in side) for side in (left, right))
    if all(len(w.folded) == 1 for w in left) or all(len(w.folded) == 1 for w in right):
        return piece("other_initial", one, other)
    if _is_middle(a, left) and _is_middle(b, right):
        return piece("other_middle", one, other)
    return piece("other_word", one, other, part=_part(a, left[0]))


def _is_middle(whole: Person, words_: list[Word]) -> bool:
    return all(word in whole.words[1:-1] for word in words_)


def _part(whole: Person, word: Word) -> str:
    if len(whole.words) < 2:
        return "The names"
    is_family = word is (whole.words[0] if whole.family_first else whole.words[-1])
    return "The family names" if is_family else "The given names"


def part_of(name: str, folded: str) -> str:
    """Which part of a person's name a word is: ``The family names``, ``The given names``."""
    whole = person(name)
    for word in whole.words:
        if word.folded == folded:
            return _part(whole, word)
    return "The names"


def _order(pairing: Pairing, left: str, right: str) -> list[Piece]:
    if not pairing.crossed:
        return []
    return [piece("order", left, right)]
