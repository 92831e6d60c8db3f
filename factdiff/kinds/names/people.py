"""Two names of persons held against each other."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.pairing import Pair, Pairing, pair_up
from factdiff.kinds.names.person import Person, person
from factdiff.kinds.names.romanise import shared_schemes
from factdiff.kinds.names.tables import word_list
from factdiff.kinds.names.word import Word
from factdiff.model import Verdict

EAST_ASIAN = frozenset({"Chinese", "Korean"})


def weigh(left: str, right: str) -> list[Piece]:
    """All evidence about two names of persons, the prior first."""
    a, b = person(left), person(right)
    schemes = shared_schemes(a.folded, b.folded)
    if not (a.family_first or b.family_first):
        schemes -= EAST_ASIAN
    pairing = pair_up(a.words, b.words, schemes, person=True)
    found = [piece("prior"), *_few(_placed(a, b, pairing))]
    found += _suffixes(a, b, pairing)
    if a.sex and b.sex and a.sex != b.sex:
        found.append(piece("gender", left, right))
    missing = _missing(a, b, pairing)
    if pairing.crossed:
        found.append(piece("order", left, right))
    # two doubts are more than their sum: a slip and a word too many, another order and one more
    doubtful = pairing.crossed or any(p.verdict is Verdict.CONFLICT for p in pairing.pieces)
    return [*found, *(_doubted(p) if doubtful else p for p in missing)]


def _doubted(found: Piece) -> Piece:
    if found.feature in ("extra_last", "extra_word"):
        return replace(found, weight=found.weight * 3.5)
    return found


def _placed(a: Person, b: Person, pairing: Pairing) -> list[Piece]:
    """The evidence of the pairs, told of family or given names."""
    return [*pairing.joined, *(_part_named(a, b, pairing, pair) for pair in pairing.pairs)]


def _part_named(a: Person, b: Person, pairing: Pairing, pair: Pair) -> Piece:
    found = pair.found
    parts = {a.part(pairing.left[pair.left]), b.part(pairing.right[pair.right])}
    if len(parts) == 1 and found.reason.startswith("The names "):
        found = replace(found, reason=parts.pop() + found.reason.removeprefix("The names"))
    if (a.family_first or b.family_first) and found.feature == "typo_far":
        return replace(found, weight=-1.5)  # `Jong-il`, `Jong-un`: two letters are half a name
    return found


def _few(pieces: list[Piece]) -> list[Piece]:
    """Equal words past the second tell no more: they never outweigh `Jr.` against `Sr.`"""
    equal = sum(p.feature == "word" for p in pieces)
    if equal <= 2:
        return pieces
    return [replace(p, weight=p.weight * 2 / equal) if p.feature == "word" else p for p in pieces]


def _suffixes(a: Person, b: Person, pairing: Pairing) -> list[Piece]:
    if a.suffix == b.suffix:
        return []
    if a.suffix is None or b.suffix is None:
        bare, suffix = (a, b.suffix) if a.suffix is None else (b, a.suffix)
        alone = pairing.left_alone if bare is a else pairing.right_alone
        if any(len(word.folded) > 1 for word in alone):  # `John Paul II`, `John Paul Jones`
            return [piece("suffix_differs", bare.name, suffix or "", share=0.6)]
        return [piece("suffix_missing", right=suffix or "")]
    same = {"jr": "junior", "sr": "senior"}
    if same.get(a.suffix, a.suffix) == same.get(b.suffix, b.suffix):
        return []
    return [piece("suffix_differs", a.suffix, b.suffix)]


def _missing(a: Person, b: Person, pairing: Pairing) -> list[Piece]:
    left, right = (
        [w for w in alone if w.folded not in word_list("particle")]
        for alone in (pairing.left_alone, pairing.right_alone)
    )
    if left and right and _overhang(a, b, left, right):
        return [_extra(a, left[0]), _extra(b, right[0])]
    if left and right:
        return [_opposed(a, b, left, right)]
    alone = left or right
    if not alone:
        sound = all(p.verdict is not Verdict.CONFLICT for p in pairing.pieces)
        return [piece("complete")] if pairing.pieces and sound else []
    whole, short = (a, b) if left else (b, a)
    if len(pairing.pieces) == 1 and len(short.words) == 1:
        return [piece("short_form", short.name, whole.name)]
    if all(len(w.folded) == 1 for w in alone) and _initials_paired(pairing):
        return [piece("other_initial", a.name, b.name)]
    return [_extra(whole, word) for word in alone]


def _extra(whole: Person, word: Word) -> Piece:
    if word.folded in whole.compounds:
        return piece("compound", right=word.written)
    last = word is whole.words[-1] and not whole.family_first
    share = 0.3 if len(word.folded) == 1 else 1.0
    return piece("extra_last" if last else "extra_word", right=word.written, share=share)


def _initials_paired(pairing: Pairing) -> bool:
    """`George H. W. Bush`, `George W. Bush`: whoever writes initials writes all of them."""
    return any(
        len(pairing.left[pair.left].folded) == len(pairing.right[pair.right].folded) == 1
        for pair in pairing.pairs
    )


def _overhang(a: Person, b: Person, left: list[Word], right: list[Word]) -> bool:
    """`Evo Morales Ayma`, `Juan Evo Morales`: one name goes on where the other has begun."""
    if len(left) > 1 or len(right) > 1 or min(len(a.words), len(b.words)) < 3:
        return False
    ends = {(a.words[0], b.words[-1]), (a.words[-1], b.words[0])}
    return (left[0], right[0]) in ends and len(left[0].folded) > 1 < len(right[0].folded)


def _opposed(a: Person, b: Person, left: list[Word], right: list[Word]) -> Piece:
    one, other = (" ".join(w.written for w in side) for side in (left, right))
    if left[0] is a.words[0] and right[0] is b.words[0] and _shortened(left[0], right[0]):
        short, long = sorted((left[0].written, right[0].written), key=len)
        return piece("shortened", short, long)
    if all(len(w.folded) == 1 for w in left) or all(len(w.folded) == 1 for w in right):
        return piece("other_initial", one, other)
    if _is_middle(a, left) and _is_middle(b, right):
        return piece("other_middle", one, other)
    part = a.part(left[0])
    return piece("other_word", one, other, part=part if part == b.part(right[0]) else "The names")


def _shortened(left: Word, right: Word) -> bool:
    """`Rand`, `Randal`; but `Paula` and `Danielle` are no long forms of `Paul` and `Daniel`."""
    short, long = sorted((left.folded, right.folded), key=len)
    rest = long.removeprefix(short)
    return len(short) > 2 and long.startswith(short) and rest[-1:] not in ("a", "e", "")


def _is_middle(whole: Person, alone: list[Word]) -> bool:
    return all(word in whole.words[1:-1] for word in alone)
