"""The best pairing of the words of two names, and what is left over on either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.romanise import consonants
from factdiff.kinds.names.tables import spellings
from factdiff.kinds.names.word import Word
from factdiff.kinds.names.wording import bones, foreign, relate


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words taken for the same, by index, and the evidence for it."""

    left: int
    right: int
    found: Piece


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which words of two names belong together and which stand alone."""

    left: tuple[Word, ...]
    right: tuple[Word, ...]
    pairs: tuple[Pair, ...]
    joined: tuple[Piece, ...]

    @property
    def pieces(self) -> list[Piece]:
        """The evidence of all pairs."""
        return [*self.joined, *(pair.found for pair in self.pairs)]

    @property
    def left_alone(self) -> list[Word]:
        """Words of the left name without a partner."""
        paired = {pair.left for pair in self.pairs}
        return [word for at, word in enumerate(self.left) if at not in paired]

    @property
    def right_alone(self) -> list[Word]:
        """Words of the right name without a partner."""
        paired = {pair.right for pair in self.pairs}
        return [word for at, word in enumerate(self.right) if at not in paired]

    @property
    def crossed(self) -> bool:
        """Whether the paired words stand in another order."""
        order = [pair.right for pair in sorted(self.pairs, key=lambda pair: pair.left)]
        return order != sorted(order)


def pair_up(
    left: Sequence[Word], right: Sequence[Word], schemes: frozenset[str], *, person: bool
) -> Pairing:
    """Pair the words, the surest first; words joined or split on one side are found before."""
    left, right, joined = _rejoined(tuple(left), tuple(right), schemes if person else frozenset())
    candidates = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            found = relate(one, other, schemes, person=person)
            if found is not None:
                candidates.append(Pair(i, j, found))
    # the surest first; among equals those that stand at the same place from the start
    candidates.sort(
        key=lambda p: (-p.found.weight, abs(p.left - p.right), p.left + p.right, p.left)
    )
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    pairs = []
    for pair in candidates:
        if pair.left in taken_left or pair.right in taken_right:
            continue
        taken_left.add(pair.left)
        taken_right.add(pair.right)
        pairs.append(pair)
    return Pairing(left, right, tuple(sorted(pairs, key=lambda p: p.left)), joined)


Words = tuple[Word, ...]


def _rejoined(
    left: Words, right: Words, schemes: frozenset[str]
) -> tuple[Words, Words, tuple[Piece, ...]]:
    """Take out the words that are written together on one side: `Sea Micro`, `SeaMicro`."""
    found: list[Piece] = []
    left, right = _joined(left, right, schemes, found)
    right, left = _joined(right, left, schemes, found)
    return left, right, tuple(found)


def _spellings(word: Word) -> Iterator[tuple[str, ...]]:
    """`Abdulrahman` is also `Abd al-Rahman`."""
    for family in spellings().get(word.folded, ()):
        yield from family.forms


def _keys(run: Words) -> tuple[str, str]:
    """The run in one word, as compared and as written: `Air Lines` is `air lines` before `air`."""
    return "".join(word.folded for word in run), "".join(fold(word.written) for word in run)


def _by_consonants(run: Words, whole: Words, schemes: frozenset[str]) -> Word | None:
    """`Siraj al-Din` is `Sirajuddin`, `Abd al-Malik` `Abdelmalek`: asked of Arabic names."""
    joined = "".join(word.folded for word in run)
    for word in whole:
        if foreign(run[0], word):
            if len(bones(joined)) > 3 and bones(joined) == bones(word.folded):
                return word
        elif "Arabic" in schemes and len(word.folded) > 7 and joined[:2] == word.folded[:2]:
            ours, theirs = (consonants(w, schemes) for w in (joined, word.folded))
            if ours == theirs:
                return word
    return None


def _joined(
    split: Words, whole: Words, schemes: frozenset[str], found: list[Piece]
) -> tuple[Words, Words]:
    once = {fold(word.written): word for word in whole if len(word.written) > 3}
    once |= {word.folded: word for word in whole if len(word.folded) > 3}
    once |= {"".join(form): word for word in once.values() for form in _spellings(word)}
    at = 0
    kept: list[Word] = []
    gone: set[str] = set()
    while at < len(split):
        for size in (2, 3):
            run = split[at : at + size]
            if len(run) < size:
                continue
            key = next((k for k in _keys(run) if k in once), None)
            same = _by_consonants(run, whole, schemes) if key is None else once[key]
            if same is not None and same.folded not in gone:
                gone.add(same.folded)
                said = " ".join(word.written for word in run)
                feature = "spacing" if key is not None else "spelled_apart"
                found.append(piece(feature, said, same.written))
                at += size
                break
        else:
            kept.append(split[at])
            at += 1
    return tuple(kept), tuple(word for word in whole if word.folded not in gone)
