"""Where dates stand in a text: the rows of ``forms.tsv`` made into patterns and run in one pass.

Only the stretches around a calendar word or a digit are looked at, so that a long text costs
little more than its dates do. No spaCy here.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from factdiff.kinds.dates.words import alternatives, capitalized, holidays, numbers, rows

GAP = r"(?:[^\S\n]{1,3}|[^\S\n]?\n(?=\S))"
REACH = 64  # characters around a calendar word in which its form lies
_WORD = re.compile(r"[A-Za-z]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as it stands: its form, its place, and what its words are (lower case, by table)."""

    form: str
    start: int
    end: int
    parts: Mapping[str, str]
    second: Expression | None = None  # the end of a range: ``May 2008 to June 2009``


@dataclass(frozen=True, slots=True)
class Form:
    """One row of the table, compiled."""

    name: str
    needs: str
    guard: str
    pattern: re.Pattern[str]
    example: str
    found: str
    negative: str


Allowed = Callable[[str, Expression], bool]


@cache
def forms() -> tuple[Form, ...]:
    """The forms of the table, in its order."""
    return tuple(
        Form(name, needs, guard, _compiled(pattern), example, found, negative)
        for name, needs, guard, pattern, example, found, negative in rows("forms")
    )


@cache
def _slots() -> dict[str, str]:
    """What the words in braces stand for; ``@`` is the place of the second group's number."""
    bounded = {
        "month": numbers("calendar", "month"),
        "weekday": numbers("calendar", "weekday"),
        "unit": numbers("periods", "unit"),
        "part": numbers("periods", "part"),
        "where": numbers("periods", "where"),
        "season": numbers("periods", "season"),
        "about": numbers("periods", "about"),
        "tens": numbers("ordinals", "tens"),
        "rel": numbers("relatives", "rel"),
        "deictic": numbers("relatives", "deictic"),
        "holiday": holidays(),
        "zone": {**numbers("zones", "zone"), **numbers("zones", "named")},
    }
    slots = {name: rf"\b(?P<{name}@>{_gapped(words)})\b" for name, words in bounded.items()}
    slots["month"] += r"\.?"
    slots["weekday"] += r"\.?"
    slots["unit"] = rf"\b(?P<unit@>{_gapped(numbers('periods', 'unit'))})s?\b"
    counts = [*numbers("ordinals", "cardinal"), *numbers("ordinals", "vague")]
    slots["number"] = rf"\b(?P<number@>{_gapped(counts)}|[0-9]{{1,3}})\b"
    ranks = _gapped(numbers("ordinals", "ordinal"))
    slots["ordinal"] = rf"\b(?P<ordinal@>{ranks}|[0-9]{{1,2}}(?:st|nd|rd|th))\b"
    slots["day"] = r"(?P<day@>[0-3]?[0-9])(?![0-9]|[.:][0-9]|,[0-9]{3}(?![0-9]))(?:st|nd|rd|th)?\b"
    slots["year"] = r"(?P<year@>(?:1[0-9]|20)[0-9]{2})(?![0-9]|[.,][0-9](?![0-9]:))"
    return slots


def _gapped(words: Mapping[str, int] | list[str]) -> str:
    return alternatives(words).replace(r"\ ", GAP).replace("'", "['’]")


def _compiled(pattern: str) -> re.Pattern[str]:
    def slot(match: re.Match[str]) -> str:
        return _slots()[match[1]].replace("@", match[2])

    spaced = pattern.replace("[-_]", "(?:-|_)").replace("_", GAP)
    return re.compile(re.sub(r"\{([a-z]+)([2-9]?)\}", slot, spaced), re.IGNORECASE)


def expressions(text: str, allowed: Allowed) -> list[Expression]:
    """The dates in a text that ``allowed(guard, expression)`` lets through, by place.

    Where two overlap the longer one stands; of two equally long the one whose form comes first.
    """
    windows = _windows(text)
    found = [
        expression
        for form in forms()
        for start, end in windows.get(form.needs, ())
        for match in form.pattern.finditer(text, start, end)
        if (expression := _expression(form, match)) and allowed(form.guard, expression)
    ]
    return _longest(found)


def _expression(form: Form, match: re.Match[str]) -> Expression | None:
    named = {k.rstrip("@"): v for k, v in match.groupdict().items() if v and k != "x"}
    if any(v in capitalized() for k, v in named.items() if k.startswith(("month", "weekday"))):
        return None
    start, end = match.span("x" if match.groupdict().get("x") else 0)
    parts = {name: " ".join(word.lower().replace("’", "'").split()) for name, word in named.items()}
    return Expression(form.name, start, end, parts)


def _longest(found: list[Expression]) -> list[Expression]:
    kept: list[tuple[int, int]] = []
    chosen: list[Expression] = []
    for expression in sorted(found, key=lambda e: (e.start - e.end, e.start)):
        at = bisect_right(kept, (expression.start, expression.end))
        before, after = kept[at - 1 : at], kept[at : at + 1]
        if (before and before[0][1] > expression.start) or (after and after[0][0] < expression.end):
            continue
        insort(kept, (expression.start, expression.end))
        chosen.append(expression)
    return sorted(chosen, key=lambda e: e.start)


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """For each sort of trigger the stretches around its words, merged, cut at white space."""
    triggers = _triggers()
    windows: dict[str, list[tuple[int, int]]] = {}
    for match in _WORD.finditer(text):
        for sort in _sorts(match[0], triggers):
            stretches = windows.setdefault(sort, [])
            start, end = max(0, match.start() - REACH), match.end() + REACH
            if stretches and start <= stretches[-1][1] + REACH:
                stretches[-1] = stretches[-1][0], end
            else:
                stretches.append((start, end))
    return {
        sort: [(start, _cut(text, end)) for start, end in stretches]
        for sort, stretches in windows.items()
    }


def _sorts(word: str, triggers: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if not word.isdigit():
        return triggers.get(word.lower(), ())
    return ("digits", "year") if len(word) == 4 else ("digits", *triggers.get(word, ()))


def _cut(text: str, end: int) -> int:
    """``end`` moved on to the next white space, within reason: no word is cut in two."""
    limit = min(len(text), end + REACH)
    while end < limit and not text[end].isspace():
        end += 1
    return min(end, len(text))


@cache
def _triggers() -> dict[str, tuple[str, ...]]:
    """Words in lower case and the sorts of forms that they call for."""
    units = numbers("periods", "unit")
    sorts: dict[str, Iterable[str]] = {
        "month": numbers("calendar", "month"),
        "weekday": numbers("calendar", "weekday"),
        "unit": [*units, *(f"{unit}s" for unit in units)],
        "part": numbers("periods", "part"),
        "season": numbers("periods", "season"),
        "tens": numbers("ordinals", "tens"),
        "deictic": [word for word in numbers("relatives", "deictic") if " " not in word],
        "anaphor": [*units, *(f"{unit}s" for unit in units), *numbers("periods", "part")],
        "zone": [word for kind in ("zone", "named") for word in numbers("zones", kind)],
        "holiday": [name.split()[0].split("'")[0] for name in holidays()],
    }
    sorts["anaphor"] = [*sorts["anaphor"], *sorts["weekday"]]
    found: dict[str, set[str]] = {}
    for sort, words in [*sorts.items(), *((row[1], [row[0]]) for row in rows("triggers"))]:
        for word in words:
            for part in re.findall(r"[a-z]+|[0-9]+", word.lower()):
                found.setdefault(part, set()).add(sort)
    return {word: tuple(sorted(named)) for word, named in found.items()}
