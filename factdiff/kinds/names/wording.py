"""How two single words of names relate: equal, a known variant, a slip of the pen, or different."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factdiff.kinds.names import romanise
from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import fold, is_latin, without_umlauts
from factdiff.kinds.names.geography import origin_of
from factdiff.kinds.names.mistyping import slip
from factdiff.kinds.names.tables import nicknames, own_names, rows, spellings
from factdiff.kinds.names.word import Word

_OF_PEOPLE = ("i", "ite", "ian", "ist", "ish")  # Houthi, Maronite, Georgian, Leninist
_OTHER_SCRIPT = ("Arabic", "Persian", "romanisations")


def relate(left: Word, right: Word, schemes: frozenset[str], *, person: bool) -> Piece | None:
    """The evidence that two words are the same, or None where nothing suggests it."""
    if left.folded == right.folded:
        return _equal(left, right)
    return (
        _initial(left, right, person=person)
        or _known(left, right, schemes, person=person)
        or _in_two_scripts(left, right)
        or slip(left, right, person=person)
        or slip(_as_said(left), _as_said(right), person=person)
        or _alike(left, right, schemes, person=person)
    )


def _as_said(word: Word) -> Word:
    """The word before it was put under a common one: `Mariitme` is a slip of `Maritime`."""
    said = fold(word.written)
    return word if " " in said or not said else Word(said, said, word.written)


def _equal(left: Word, right: Word) -> Piece:
    if left.spelled.isascii() != right.spelled.isascii() and foreign(left, right):
        return piece("script", left.written, right.written)
    if left.spelled != right.spelled:
        return piece("diacritics", left.written, right.written)
    if fold(left.written) != fold(right.written):
        return piece("abbreviation", left.written, right.written)
    if _capitals_differ(left.written, right.written):
        return piece("capitals", left.written, right.written)
    return piece("word", left.written, left.written)


def foreign(left: Word, right: Word) -> bool:
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
    found = _named(left, right) if person else _common_word(left, right)
    if found is not None:
        return found
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


def _common_word(left: Word, right: Word) -> Piece | None:
    """What makes two words of bodies or places one: dialect, plural, another script's word."""
    if american(left.spelled) == american(right.spelled):
        why = "the British and the American spelling"
        return piece("spelling", left.written, right.written, why=why)
    if _one_plural(left.folded, right.folded):
        return piece("plural", left.written, right.written)
    return _romanised(left, right)


def _one_plural(left: str, right: str) -> bool:
    """`Houthi`, `Houthis`: whatever they are taken for, people in the plural are no other name."""
    short, long = sorted((left, right), key=len)
    return long == f"{short}s" and (short.endswith(_OF_PEOPLE) or origin_of(short) is not None)


def _in_two_scripts(left: Word, right: Word) -> Piece | None:
    if foreign(left, right) and _consonants_only(left, right):
        return piece("script", left.written, right.written)
    return None


def _romanised(left: Word, right: Word) -> Piece | None:
    """`Jaish-e-Mohammed`, `Jaysh-e-Muhammad`: spellings of another script's word in a body's name.

    Spellings of one Latin name make two firms: `Reed` is not `Reid`.
    """
    found = _named(left, right)
    told = any(word in found.reason for word in _OTHER_SCRIPT) if found is not None else False
    return found if told and found is not None and found.feature == "spelling" else None


def _alike(left: Word, right: Word, schemes: frozenset[str], *, person: bool) -> Piece | None:
    """Two spellings that no scheme makes equal but that keep their consonants: `Meshaal`, `Mishal`.

    Asked only of names from another script, where such spellings abound.
    """
    if not person or not schemes & {"Arabic", "Cyrillic", "Turkic", "Korean"}:
        return None
    if left.folded in own_names() and right.folded in own_names():
        return None
    ours, theirs = (romanise.consonants(w.folded, schemes) for w in (left, right))
    if ours != theirs or len(ours) < 2:
        return None
    if romanise.syllables(left.folded) != romanise.syllables(right.folded):
        return None  # Putin is not Potanin
    return piece("consonants", left.written, right.written)


def _consonants_only(left: Word, right: Word) -> bool:
    """Arabic and Hebrew letters give no vowels: `mhmd` is `Mohammed`, `rwhany` `Rouhani`.

    Any spelling of the name will do (`vnymyn` is `Binyamin`, and so `Benjamin`), and the article
    may be written with it (`lsd` is `al-Assad`).
    """
    for one, other in ((left, right), (right, left)):
        forms = {bones(form) for form in (other.folded, *_spelled(other.folded))}
        said = bones(one.folded)
        if said in forms or (said.startswith("l") and said[1:] in forms):
            return len(said) > 0
    return False


def _spelled(word: str) -> list[str]:
    return ["".join(form) for family in spellings().get(word, ()) for form in family.forms]


def bones(word: str) -> str:
    """What Arabic and Hebrew letters keep of a word: b and v, p and f are one letter there."""
    return romanise.consonants(word.replace("b", "v").replace("p", "f")).replace("v", "")
