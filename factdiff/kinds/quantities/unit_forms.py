"""Which unit stands at a piece of text."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.tables import Unit, units, word_set


def unit_at(pieces: Sequence[Lexeme], at: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit at a piece (past a hyphen) and where it ends."""
    start = past_hyphen(pieces, at)
    hyphen = start > at
    for unit in units().get(lower_at(pieces, start), ()):
        if unit.where in ("age", "scale"):
            continue
        if not all(lower_at(pieces, start + n) == w for n, w in enumerate(unit.form)):
            continue
        if unit.where == "glued" and not (digits and _is_beside(pieces, start)):
            continue
        if unit.where == "digits" and not digits:
            continue
        if unit.where == "hyphen" and not hyphen:
            continue
        if unit.where == "sized" and not _is_sized(pieces, start, digits=digits):
            continue
        if unit.where == "of" and lower_at(pieces, start + len(unit.form)) != "of":
            continue
        if unit.where == "stone" and not _ends_there(pieces, start + 1):
            continue
        return unit, start + len(unit.form)
    return None


def _is_beside(pieces: Sequence[Lexeme], at: int) -> bool:
    """``40C``, ``-3 C``; not ``3 c`` or ``3 C. Hill``."""
    if pieces[at].glued:
        return True
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    minus = at >= 2 and pieces[at - 2].text in ("-", "−", "–", "minus")
    return minus and pieces[at].text.isupper() and (after is None or not after.text[0].isupper())


def _ends_there(pieces: Sequence[Lexeme], at: int) -> bool:
    """``weighed 12 stone``, ``lost two stone in a month``; not ``12 stone houses``."""
    after = lower_at(pieces, at)
    return not after.isalpha() or after in ("and", "in", "or", "to", "since", "when", "at")


def _is_sized(pieces: Sequence[Lexeme], at: int, *, digits: bool) -> bool:
    """``10in``, ``2.5 in wide``; never ``held 40 in custody``."""
    sized = lower_at(pieces, at + 1) in word_set("measure_words.tsv", "sized")
    return digits and (pieces[at].glued or sized)
