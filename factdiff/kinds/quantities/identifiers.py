"""Numbers that name rather than count: ``Highway 1``, ``F-16``, ``the 49ers``, ``555-0100``."""

from __future__ import annotations

from functools import cache

from factdiff.kinds.quantities.fractions_of import is_plain_fraction
from factdiff.kinds.quantities.lexemes import Lexeme
from factdiff.kinds.quantities.ordinals import ORDINAL_ENDINGS
from factdiff.kinds.quantities.phrases import SHORT_SCALES
from factdiff.kinds.quantities.tables import bounds, currencies, number_words, units, word_set

MAX_DIALLED = 8  # figures and signs of one telephone number


def is_identifier(pieces: list[Lexeme], at: int) -> bool:
    """Whether the number at a piece is a name or an identifier, by form alone."""
    piece = pieces[at]
    before = pieces[at - 1] if at else None
    if before is None:
        return _is_citation(pieces, at)
    if piece.glued and before.kind == "word" and not _is_currency(before.lower):
        return True  # `A320`, `G20`
    if _is_model(pieces, at) or _is_plural(pieces, at) or _is_suffixed(pieces, at):
        return True
    point = before.text == "." and at > 1  # `Sec. 7`; not `after the War. 40 people`
    labels = word_set("not_counted.tsv", "short" if point else "label")
    word = pieces[at - 2] if point or (before.text == "-" and at > 1) else before
    if word.lower in word_set("not_counted.tsv", "lower"):
        return True
    if word.lower in labels and not word.text.islower():
        return True
    return _is_dialled(pieces, at) or _is_telephone(pieces, at) or _is_citation(pieces, at)


def is_labelled(pieces: list[Lexeme], at: int) -> bool:
    """``Formula One``, ``World War Two``; not ``Section seven``."""
    if not at or not pieces[at].text[0].isupper() or not pieces[at - 1].text[0].isupper():
        return False
    label = pieces[at - 1].lower in word_set("not_counted.tsv", "label")
    return label and pieces[at].lower in number_words()


def _is_plural(pieces: list[Lexeme], at: int) -> bool:
    """``in his 50s``, ``two 747s``."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    return after is not None and after.glued and after.lower == "s" and pieces[at].text.isdigit()


def _is_suffixed(pieces: list[Lexeme], at: int) -> bool:
    """``the 49ers``, ``5G``, ``3D``; not ``58km``, ``40k``, ``4th``, ``$2bn``."""
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if after is None or not after.glued or after.kind != "word":
        return False
    return after.text == "G" or after.lower not in _suffixes()


@cache
def _suffixes() -> frozenset[str]:
    """What may be glued behind figures that count or measure."""
    measured = {*units(), *number_words(), *currencies("after"), *bounds("glued")}
    return frozenset(measured | {*SHORT_SCALES, *ORDINAL_ENDINGS, "x", "percent", "pct", "per"})


def _is_model(pieces: list[Lexeme], at: int) -> bool:
    """``AK-47``, ``F-16``, ``COVID-19`` (not ``Category-4``); ``00417`` of a docket."""
    text = pieces[at].text
    if len(text) > 1 and text.isdigit() and text.startswith("0"):
        return True
    if at < 2 or pieces[at - 1].text != "-" or not (pieces[at].glued and pieces[at - 1].glued):
        return False
    name = pieces[at - 2]
    scale = name.lower in ("category", "magnitude", "richter")
    return name.kind == "word" and name.text[-1].isupper() and not scale


def _is_currency(word: str) -> bool:
    alone = any(len(form.form) == 1 for form in currencies("before").get(word, ()))
    return alone or word in ("x", "by")


def _is_telephone(pieces: list[Lexeme], at: int) -> bool:
    """``555-0100``, ``1-800-555-0100``, ``12:30``: digits held together by signs."""
    run = [at]
    while run[0] >= 2 and _linked(pieces, run[0] - 2):
        run.insert(0, run[0] - 2)
        if len(run) > 6:
            return True
    while run[-1] + 2 < len(pieces) and _linked(pieces, run[-1]):
        run.append(run[-1] + 2)
        if len(run) > 6:
            return True
    if len(run) >= 3:
        return True
    if len(run) == 2:
        first, second = (pieces[n].text for n in run)
        sign = pieces[run[0] + 1].text
        return _is_pair(first, sign, second)
    return False


def _is_pair(first: str, sign: str, second: str) -> bool:
    """``12:30``, ``24/7``, ``555-0100``, ``50-50``; not ``1/3`` or ``20-30``."""
    if sign == "/":
        return not is_plain_fraction(first, second)
    dialled = len(first) == 3 and len(second) == 4 and sign == "-"
    return sign == ":" or dialled or first == second == "50"


def _is_dialled(pieces: list[Lexeme], at: int) -> bool:
    """``020 7946 0018``, ``+1 202 555 0100``: figures in a row that begin with 0 or a plus."""
    for _ in range(MAX_DIALLED):
        before = pieces[at - 1] if at else None
        if before is None:
            return False
        if before.text == "+" and pieces[at].glued:
            return True
        in_row = before.kind == "number" or before.text in ("(", ")", "-")
        if not in_row or "," in pieces[at].text:
            return False
        if before.kind == "number" and before.text.startswith("0") and len(before.text) > 1:
            return True
        at -= 1
    return False


def _linked(pieces: list[Lexeme], at: int) -> bool:
    """Whether the number at a piece is glued by a sign to the next number."""
    link, second = pieces[at + 1], pieces[at + 2]
    numbers = pieces[at].kind == "number" and second.kind == "number"
    return numbers and link.glued and second.glued and link.text in ("-", ":", "/", ".")


def _is_citation(pieces: list[Lexeme], at: int) -> bool:
    """``42 U.S.C. 1983``, ``45 C.F.R. 164``, ``300 U.S. 379``."""
    after = [pieces[n].lower for n in range(at + 1, min(at + 7, len(pieces)))]
    joined = "".join(after)
    return joined.startswith(
        ("u.s.c", "usc", "c.f.r", "cfr", "fed.reg", "stat.", "u.s.3", "f.2d", "f.3d")
    )
