"""What keeps words that look like a date from being one: ``they may``, ``2000 people``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from factdiff.kinds.dates.patterns import Expression
from factdiff.kinds.dates.words import capitalized, months, numbers, rows

Guard = Callable[[str, Expression], bool]
_BEFORE = re.compile(r"([A-Za-z'’.-]+|[^\sA-Za-z])\s*$")
_LISTED = re.compile(r"([A-Za-z]+)\.?,? (?:and|or|to|through) $")  # in February and March
_YEARS = re.compile(r"\b(?:1[5-9]|20)\d\d,? (?:and|or|to|through|until) $")  # 1999 and 2000
_AFTER = re.compile(r"\s*[-–]?\s*([A-Za-z'’%°]+)")
# the year of a law belongs to its name: the Fair Ports Act of 2019, the Data Act 1998
_LAW = re.compile(
    r"\b(?:Act|Law|Bill|Code|Order|Treaty|Convention|Protocol|Regulations?|Directive)(?:,| of)? $"
)


def allowed(guard: str, text: str, expression: Expression) -> bool:
    """Whether the surroundings let the form of a row with this guard stand."""
    rule = _GUARDS.get(guard)
    return rule is None or rule(text, expression)


def word_before(text: str, at: int) -> str:
    """The word or sign that ends at ``at``, lower case; empty where there is none near."""
    match = _BEFORE.search(text[max(0, at - 24) : at])
    return match[1].lower() if match else ""


def word_after(text: str, at: int) -> str:
    """The word that follows ``at``, as it stands; empty where another sign comes first."""
    match = _AFTER.match(text[at : at + 24])
    return match[1] if match else ""


def _bare_month(text: str, expression: Expression) -> bool:
    """A month alone: with a capital and, where it is an everyday word, after a preposition."""
    start = expression.start
    month = expression.parts["month"]
    shown = text[start : expression.end]
    if not re.search(r"[A-Z]", shown) or month in _short():
        return False
    if "where" in expression.parts:
        return True
    before = word_before(text, start)
    if month in capitalized():
        listed = _LISTED.search(text[max(0, start - 24) : start])
        return (
            before in _table("before")
            or before[-1:] in ("-", "–")
            or (listed is not None and listed[1].lower() in months())
        )
    follows = text[expression.end : expression.end + 1]
    after = word_after(text, expression.end) if follows == " " else ""
    return before in _table("before") or not (after[:1].isupper() and after.lower() != "and")


def _bare_weekday(_: str, expression: Expression) -> bool:
    """A weekday alone: no abbreviation that is a word of its own (``Sat``, ``Sun``)."""
    return expression.parts["weekday"] not in capitalized()


def _bare_year(text: str, expression: Expression) -> bool:
    """Four digits are a year unless a unit or counted thing follows or a sign says otherwise."""
    year, start, end = int(expression.parts["year"]), expression.start, expression.end
    before, after = word_before(text, start), word_after(text, end).lower()
    joined = text[max(0, start - 1) : start]
    if joined in ("-", "–", "/", ".", "+", "_", ":", "\\", "'", "’") and not text[
        max(0, start - 2) : start
    ].startswith((" ", "\n")):
        return False
    if text[end : end + 1] in ("%", "°", "@", "_", "=") or re.match(
        r"[-–]?[A-Za-z0-9]", text[end : end + 2]
    ):
        return text[end : end + 3].lower().startswith(("-", "–")) and after in _table("year_after")
    if after in _table("counted") or before in _table("not_before") or before in "$£€#":
        return False
    if re.match(r"\s?B\.?C", text[end : end + 4]) or _LAW.search(text[max(0, start - 24) : start]):
        return False
    if year % 100 == 0 or not 1500 <= year <= 2099:
        if _YEARS.search(text[max(0, start - 16) : start]):
            before = "in"
        return before in _table("before") and not _plural(text, end)
    return True


def _plural(text: str, end: int) -> bool:
    """Whether a plural noun seems to follow: ``1500 soldiers``."""
    match = re.match(r"\s+([a-z]+)", text[end : end + 24])
    return match is not None and match[1].endswith("s") and match[1] not in ("as", "was", "is")


def _rel_unit(text: str, expression: Expression) -> bool:
    """``the next day`` counts from a day in the text; ``the last week of July`` is no last week."""
    parts = expression.parts
    if parts.get("unit") == "day" and "number" not in parts:
        return parts["rel"] == "past"
    if re.match(r"\s+of\b", text[expression.end : expression.end + 6]):
        return False
    shown = text[expression.start : expression.end].lower()
    return not (shown.startswith("the") and parts["rel"] == "next" and "number" not in parts)


def _named(text: str, expression: Expression) -> bool:
    """``noon`` is a time after a preposition or beside a day, not in ``midnight rules``."""
    if "about" in expression.parts or word_before(text, expression.start) in _table("clock_before"):
        return True
    after = word_after(text, expression.end).lower()
    return after in {**numbers("calendar", "weekday"), **numbers("relatives", "deictic"), "on": 0}


def _business(text: str, expression: Expression) -> bool:
    """A quarter of a company's or a country's year, not of a match: money is spoken of nearby."""
    near = text[max(0, expression.start - 100) : expression.end + 100].lower()
    return any(word in _table("business") for word in re.findall(r"[a-z]+|[$£€%]", near))


def _halfyear(text: str, expression: Expression) -> bool:
    """A half of a company's year, not of a match: its accounts are spoken of nearby."""
    near = text[max(0, expression.start - 60) : expression.end + 60].lower()
    return any(word in _table("accounts") for word in re.findall(r"[a-z]+|[$£€]", near))


def _overnight(text: str, expression: Expression) -> bool:
    """``Snow fell overnight``, not ``an overnight train`` nor ``overnight lows``."""
    before = word_before(text, expression.start)
    if before in _table("determiner"):
        return False
    after = word_after(text, expression.end)
    follows = text[expression.end : expression.end + 1]
    return follows != "-" and (follows != " " or after.lower() in _table("after_overnight"))


def _decade(text: str, expression: Expression) -> bool:
    """``the 70s`` of the calendar, not of the thermometer."""
    near = text[max(0, expression.start - 60) : expression.end + 30].lower()
    return not any(word in _table("degrees") for word in re.findall(r"[a-z]+", near))


def _season(text: str, expression: Expression) -> bool:
    """``in the fall`` of the year, not of the wall or in prices."""
    return re.match(r"\s(?:of|in|from|to)\b", text[expression.end : expression.end + 6]) is None


def _titled(text: str, expression: Expression) -> bool:
    """No ``Tonight`` of a title: ``on World News Tonight``."""
    start = expression.start
    before = re.search(r"([A-Z]\w*) $", text[max(0, start - 24) : start])
    return not (text[start].isupper() and before)


def _holiday(text: str, expression: Expression) -> bool:
    """Holidays are names: with a capital, and no part of a longer one (``Easter Island``)."""
    shown = text[expression.start : expression.end]
    after = word_after(text, expression.end)
    follows = text[expression.end : expression.end + 1]
    return bool(re.search(r"[A-Z0-9]", shown)) and not (after[:1].isupper() and follows == " ")


@cache
def _table(kind: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("neighbours") if row[1] == kind)


@cache
def _short() -> frozenset[str]:
    """Abbreviations of months: alone they are too likely something else."""
    return frozenset(word for word in numbers("calendar", "month") if len(word) <= 4) - {
        "may",
        "june",
        "july",
    }


def kept_apart(expressions: Iterable[Expression], names: Mapping[int, int]) -> list[Expression]:
    """The expressions that are not part of a longer name: no ``April`` of ``April Smith``.

    ``names`` maps starts of names to their ends. A form that has a day or year is kept.
    """
    bounds = sorted(names.items())
    kept = []
    at = 0
    for expression in expressions:
        while at < len(bounds) and bounds[at][1] <= expression.start:
            at += 1
        inside = at < len(bounds) and bounds[at][0] <= expression.start
        longer = inside and bounds[at][1] - bounds[at][0] > expression.end - expression.start
        fixed = {"day", "year", "clock"} & set(expression.parts)
        if not (longer and not fixed and bounds[at][1] >= expression.end):
            kept.append(expression)
    return kept


_GUARDS: dict[str, Guard] = {
    "bare_month": _bare_month,
    "bare_weekday": _bare_weekday,
    "bare_year": _bare_year,
    "rel_unit": _rel_unit,
    "holiday": _holiday,
    "business": _business,
    "halfyear": _halfyear,
    "overnight": _overnight,
    "decade": _decade,
    "named": _named,
    "season": _season,
    "titled": _titled,
}
