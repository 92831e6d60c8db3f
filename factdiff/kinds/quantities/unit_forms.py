"""Which unit stands at a piece of text."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.looking import lower_at, past_hyphen
from factdiff.kinds.quantities.tables import Unit, units


def unit_at(pieces: Sequence[Lexeme], at: int, digits: bool) -> tuple[Unit, int] | None:
    """The unit at a piece (past a hyphen) and where it ends."""
    start = past_hyphen(pieces, at)
    hyphen = start > at
    for unit in units().get(lower_at(pieces, start), ()):
        if unit.where in ("age", "scale"):
            continue
        if not all(lower_at(pieces, start + n) == w for n, w in enumerate(unit.form)):
            continue
        if unit.where == "glued" and not (digits and pieces[start].glued):
            continue
        if unit.where == "digits" and not digits:
            continue
        if unit.where == "hyphen" and not hyphen:
            continue
        return unit, start + len(unit.form)
    return None
