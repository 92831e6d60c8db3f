"""How two single words of names relate: equal, a known variant, a slip of the pen, or different."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names import romanise
from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import fold, is_latin, without_umlauts
from factdiff.kinds.names.geography import origin_of
from factdiff.kinds.names.tables import nicknames, own_names, rows, spellings
from factdiff.similarity import distance, edits


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: folded, as spelled (lower case), and as written."""

    folded: str
    spelled: str
    written: str


def relate(left: Word, right: Word, schemes: frozenset[str], *, person: bool) -> Piece | None:
    """The evidence that two words are the same, or None where nothing suggests it."""
    if left.folded == right.folded:
        return _equal(left, right)
    return (
        _initial(left, right, person=person)
        or _known(left, right, schemes, person=person)
        or slip(left, right, person=person)
        or slip(_as_said(left), _as_said(right), person=person)
        or _alike(left, right, schemes, person=person)
    )


def _as_said(word: Word) -> Word:
    """The word before it was put under a common one: `Mariitme` is a slip of `Maritime`."""
    said = fold(word.written)
    return word if " " in said or not said else Word(said, said, word.written)


def _equal(left: Word, right: Word) -> Piece:
    if left.spelled.isascii() != right.spelled.isascii() and _foreign(left, right):
        return piece("script", left.written, right.written)
    if left.spelled != right.spelled:
        return piece("diacritics", left.written, right.written)
    if fold(left.written) != fold(right.written):
        return piece("abbreviation", left.written, right.written)
    if _capitals_differ(left.written, right.written):
        return piece("capitals", left.written, right.written)
    return piece("word", left.written, left.written)


def _foreign(left: Word, right: Word) -> bool:
    """Whether one of them is written in another script than the Latin."""
    return any(c == "…" or not is_latin(c) for c in left.spelled + right.spelled)


def _capitals_differ(left: str, right: str) -> bool:
    """`LaSalle` / `Lasalle` differ; `LASALLE` in a headline does not, nor does `lasalle`."""
    if len(left) < 4 or any(w.isupper() or w.islower() for w in (left, right)):
        return False
    return left[1:] != right[1:]


def _initial(left: Word, right: Word, *, person: bool) -> Piece | None:
    short, long = sorted((left, right), key=lambda w: len(w.folded))
    if person and len(short.folded) == 1 and long.folded.startswith(short.folded):
        return piece("rare_initial", short.written, long.written)
    return None


def _known(left: Word, right: Word, schemes: frozenset[str], *, person: bool) -> Piece | None:
    if without_umlauts(left.spelled) == without_umlauts(right.spelled) or (
        without_umlauts(left.spelled) == right.folded
        or left.folded == without_umlauts(right.spelled)
    ):
        return piece("umlaut", left.written, right.written)
    if person:
        found = _named(left, right)
        if found is not None:
            return found
    elif american(left.spelled) == american(right.spelled):
        why = "the British and the American spelling"
        return piece("spelling", left.written, right.written, why=why)
    scheme = romanise.shared_scheme(left.folded, right.folded, schemes)
    if scheme is not None:
        return piece("romanisation", left.written, right.written, why=scheme)
    return None


@lru_cache(maxsize=16384)
def american(word: str) -> str:
    """A folded word in its American spelling, by rule: ``modelling`` → ``modeling``."""
    for find, put in _dialects():
        word = find.sub(put, word)
    return word


@cache
def _dialects() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row["find"]), row["put"]) for row in rows("dialects.tsv"))


def _named(left: Word, right: Word) -> Piece | None:
    for family in spellings().get(left.folded, ()):
        if any("".join(form) == right.folded for form in family.forms):
            feature = "language" if family.why.startswith("forms") else "spelling"
            return piece(feature, left.written, right.written, why=family.why)
    if right.folded in nicknames().get(left.folded, ()):
        short, long = sorted((left, right), key=lambda w: (len(w.folded), w.folded))
        return piece("nickname", short.written, long.written)
    return None


def _alike(left: Word, right: Word, schemes: frozenset[str], *, person: bool) -> Piece | None:
    """Two spellings that no scheme makes equal but that keep their consonants: `Meshaal`, `Mishal`.

    Asked only of names from another script, where such spellings abound.
    """
    if _foreign(left, right) and _consonants_only(left, right):
        return piece("script", left.written, right.written)
    if not person or not schemes & {"Arabic", "Cyrillic", "Turkic"}:
        return None
    if left.folded in own_names() and right.folded in own_names():
        return None
    ours, theirs = romanise.consonants(left.folded), romanise.consonants(right.folded)
    if ours != theirs or len(ours) < 2:
        return None
    if romanise.syllables(left.folded) != romanise.syllables(right.folded):
        return None  # Putin is not Potanin
    return piece("consonants", left.written, right.written)


def _consonants_only(left: Word, right: Word) -> bool:
    """Arabic and Hebrew letters give no vowels: `mhmd` is `Mohammed`, `rwhany` `Rouhani`."""
    ours, theirs = (romanise.consonants(w.folded).replace("v", "") for w in (left, right))
    return ours == theirs and len(ours) > 0


@lru_cache(maxsize=65536)
def _distance(left: str, right: str) -> int:
    return distance(left, right)


def slip(left: Word, right: Word, *, person: bool, part: str = "The names") -> Piece | None:
    """One or two letters dropped, added, swapped or mistyped, weighed by length and place."""
    long = max(len(left.folded), len(right.folded))
    if abs(len(left.folded) - len(right.folded)) > 2 or long < 3:
        return None
    if any(c.isdigit() for c in left.folded + right.folded):
        return None
    if origin_of(left.folded) and origin_of(right.folded):
        return None  # Iran is not Iraq misspelt
    wrong = _distance(left.folded, right.folded)
    feature = _slip_size(wrong, long)
    if feature is None and person and _alike_at_ends(left.folded, right.folded, wrong):
        feature = "typo_wide"
    if feature is None:
        return None
    if person and _own_names(left.folded, right.folded):
        feature = "typo_names"
    elif _gendered(left.folded, right.folded):
        feature = "typo_gender"
    elif left.folded[0] != right.folded[0] and feature == "typo" and wrong > 1:
        feature = "typo_far"
    # one letter of a long word is surely a slip: `Thessaloniki`, `Thesaloniki`
    share = 1.0 if feature != "typo" or wrong > 1 else min(2.0, max(1.0, long / 6))
    why = letters(left.folded, right.folded, wrong)
    return piece(feature, left.written, right.written, why=why, part=part, share=share)


def _slip_size(wrong: int, long: int) -> str | None:
    if (wrong == 1 and long >= 5) or (wrong == 2 and long >= 9):
        return "typo"
    if (wrong == 1 and long >= 3) or (wrong == 2 and long >= 8) or (wrong == 3 and long >= 10):
        return "typo_far"
    return None


def _alike_at_ends(left: str, right: str, wrong: int) -> bool:
    """`Morada`, `Moreida`: two letters of a short name, but its beginning and its end are kept."""
    return (
        wrong == 2
        and min(len(left), len(right)) >= 6
        and left[:3] == right[:3]
        and left[-2:] == right[-2:]
    )


def _own_names(left: str, right: str) -> bool:
    """Both are given names of their own: `Martin` is not `Marvin` misspelt."""
    return left in own_names() and right in own_names()


def _gendered(left: str, right: str) -> bool:
    """`Alexander` / `Alexandra`, `Ivanov` / `Ivanova`, `Mario` / `Maria`."""
    short, long = sorted((left, right), key=len)
    if long == short + "a" and short[-2:] in ("ov", "ev", "in", "yn", "an", "el"):
        return True
    ends = {short[-2:], long[-2:]}
    pairs = ({"io", "ia"}, {"er", "ra"}, {"dr", "ra"}, {"ki", "ka"}, {"os", "as"}, {"co", "ca"})
    return short[:3] == long[:3] and ends in pairs


def letters(left: str, right: str, wrong: int) -> str:
    """The difference in words: ``one letter (n)``, ``two letters``."""
    count = {1: "one letter", 2: "two letters", 3: "three letters"}.get(wrong, f"{wrong} letters")
    changed = [row for row in edits(*sorted((left, right))) if row[0] != "equal"]
    return count if changed else "nothing"
