"""How the words of two quotations relate: the same, one cut from the other, a word changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from factdiff.kinds.quotes.spellings import long_form
from factdiff.kinds.quotes.value import folded, is_masked, pieces
from factdiff.similarity import word_edits

Words = tuple[str, ...]

LEAST_SHARED = 3  # words that two versions of one utterance must share
LEAST_OVERLAP = 5  # words in a row that tie two different cuts of one utterance
SURE = 0.85  # the same where the longer one goes on beyond the changed end of the shorter
LONGEST_OVERLAP = 200  # words; bounds the cost
LONGEST = 2000  # words of one quotation that are compared one by one; bounds the cost
SLACK = 2  # words by which two versions of one end may differ in length
LONG_CUT = 4  # words: so many left out in one place are a cut, fewer a slip
ONE_CHANGE = 0.6  # the same where a single word is another: `No one was hurt`
FEW_CHANGES = 0.75  # share of words kept from which a difference is a slip and not a paraphrase
MARGIN = 4  # words looked at around the stretch of the longer one that fits the shorter


class Tie(StrEnum):
    """What ties two quotations."""

    SAME = "same"
    STYLE = "style"  # the same words in two house styles
    CUT = "cut"
    CHANGED = "changed"
    REWORDED = "reworded"  # as two translations of one utterance
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the one that stand where the other has different ones; either may be empty."""

    left: Words
    right: Words


@dataclass(frozen=True, slots=True)
class Relation:
    """The tie, the share of words kept (0 to 1) and the changes."""

    tie: Tie
    share: float
    changes: tuple[Change, ...] = ()


NONE = Relation(Tie.NONE, 0.0)


def relate(left: str, right: str) -> Relation:
    """How the words of two quotations relate; symmetric but for the sides of the changes."""
    a, b = folded(left), folded(right)
    if a == b or "".join(a) == "".join(b):
        return Relation(Tie.SAME, 1.0)
    if long_form(a) == long_form(b):
        return Relation(Tie.STYLE, 1.0)
    if not a or not b:
        return NONE
    if _is_cut(left, right) or _is_cut(right, left) or _overlap(a, b) or _overlap(b, a):
        return Relation(Tie.CUT, 1.0)
    return _compared(long_form(a)[:LONGEST], long_form(b)[:LONGEST])


def _is_cut(short: str, full: str) -> bool:
    """Whether all of ``short``, piece by piece between its ellipses, stands in ``full``."""
    whole = f" {' '.join(long_form(tuple(word for piece in pieces(full) for word in piece)))} "
    at = found = 0
    for piece in pieces(short):
        words = " ".join(long_form(piece))
        at = whole.find(f" {words} ", at)
        if at < 0:
            return False
        at += len(words) + 1
        found += len(piece)
    return found >= LEAST_SHARED


def _overlap(first: Words, second: Words) -> bool:
    """Whether the end of ``first`` is the beginning of ``second``, over enough words."""
    for size in range(min(len(first), len(second), LONGEST_OVERLAP), LEAST_OVERLAP - 1, -1):
        if first[-1] != second[size - 1] or first[-size] != second[0]:
            continue
        if first[-size:] == second[:size]:
            return True
    return False


def _compared(a: Words, b: Words) -> Relation:
    if (len(a), a) > (len(b), b):
        swapped = _compared(b, a)
        changes = tuple(Change(change.right, change.left) for change in swapped.changes)
        return Relation(swapped.tie, swapped.share, changes)
    first, last = _window(a, b)
    bound = (first == 0, last == len(b))
    changes, kept = _changes(a, b[first:last], bound)
    ragged = _is_ragged(a, b[first:last], bound)
    if not changes and kept >= LEAST_SHARED:
        return Relation(Tie.CUT, 1.0)
    if changes and all(_is_masked(change) for change in changes):
        return Relation(Tie.STYLE, 1.0)
    changed = sum(max(len(change.left), len(change.right)) for change in changes)
    share = kept / (kept + changed) if kept + changed else 0.0
    if kept < LEAST_SHARED or (ragged and share < SURE):
        return NONE
    return Relation(_tie_of(changes, share), share, changes)


def _tie_of(changes: Sequence[Change], share: float) -> Tie:
    if all(_is_long_cut(change) for change in changes):
        return Tie.CUT
    if share >= FEW_CHANGES or (share >= ONE_CHANGE and _is_one_word(changes)):
        return Tie.CHANGED
    return Tie.REWORDED


def _is_masked(change: Change) -> bool:
    """``f---ing`` against the word itself."""
    pairs = list(zip(change.left, change.right, strict=False))
    return len(change.left) == len(change.right) and all(
        is_masked(one, other) or is_masked(other, one) for one, other in pairs
    )


def _is_one_word(changes: Sequence[Change]) -> bool:
    return len(changes) == 1 and max(len(changes[0].left), len(changes[0].right)) == 1


def _is_long_cut(change: Change) -> bool:
    return min(len(change.left), len(change.right)) == 0 and (
        max(len(change.left), len(change.right)) >= LONG_CUT
    )


def _window(short: Words, full: Words) -> tuple[int, int]:
    """The stretch of ``full`` that fits ``short``: by the shifts that most words agree on."""
    places: dict[str, list[int]] = {}
    for i, word in enumerate(full):
        places.setdefault(word, []).append(i)
    shifts: Counter[int] = Counter()
    for j, word in enumerate(short):
        found = places.get(word, [])
        for i in found[:20]:
            shifts[i - j] += 1
    if not shifts:
        return 0, len(full)
    # words left out in the middle make two shifts: `We lost. … We will be back.`
    enough = min(max(2, len(short) // 4), max(shifts.values()))
    strong = [shift for shift, votes in shifts.items() if votes >= enough]
    return max(0, min(strong) - MARGIN), min(len(full), max(strong) + len(short) + MARGIN)


def _changes(a: Words, b: Words, bound: tuple[bool, bool]) -> tuple[tuple[Change, ...], int]:
    """What differs inside, words cut at either end left out; and how many words are kept."""
    rows = word_edits(a, b)
    kept = sum(row[2] - row[1] for row in rows if row[0] == "equal")
    changes = list(_merged([row for row in rows if row[0] != "equal"], a, b))
    if rows and rows[0][0] != "equal":
        changes[0] = _shortened(changes[0], at_start=True, bound=bound[0])
    if rows and rows[-1][0] != "equal":
        changes[-1] = _shortened(changes[-1], at_start=False, bound=bound[1])
    return tuple(change for change in changes if change.left or change.right), kept


def _is_ragged(a: Words, b: Words, bound: tuple[bool, bool]) -> bool:
    """Whether the shorter one's end is changed where the longer one goes on.

    ``abuse of human rights`` in ``on the side of human rights`` is not a changed word. Where most
    words are kept and both end there (``bound``), ``paper`` stands against ``a coin``.
    """
    rows = word_edits(a, b)
    leading = list(takewhile(lambda row: row[0] != "equal", rows))
    trailing = list(takewhile(lambda row: row[0] != "equal", reversed(rows)))
    kept = sum(row[2] - row[1] for row in rows if row[0] == "equal")
    for edits, ends_too in ((leading, bound[0]), (trailing, bound[1])):
        mine = sum(row[2] - row[1] for row in edits)
        theirs = sum(row[4] - row[3] for row in edits)
        one_end = ends_too and theirs <= SLACK and kept >= LEAST_OVERLAP
        if 0 < mine < theirs and not one_end:
            return True
    return False


def _shortened(change: Change, *, at_start: bool, bound: bool) -> Change:
    """At either end the one may simply go on longer: keep as many words as the shorter has.

    ``bound``: the longer one ends there too; then ``a coin`` stands against ``paper``.
    """
    if not (change.left and change.right):
        return Change((), ())
    size = len(change.left)
    if bound and abs(size - len(change.right)) <= SLACK:
        return change
    return Change(change.left, change.right[-size:] if at_start else change.right[:size])


def _merged(rows: Sequence[tuple[str, int, int, int, int]], a: Words, b: Words) -> list[Change]:
    """Neighbouring edits as one change."""
    merged: list[list[int]] = []
    for _, a1, a2, b1, b2 in rows:
        if merged and merged[-1][1] == a1 and merged[-1][3] == b1:
            merged[-1][1], merged[-1][3] = a2, b2
        else:
            merged.append([a1, a2, b1, b2])
    return [Change(a[a1:a2], b[b1:b2]) for a1, a2, b1, b2 in merged]
