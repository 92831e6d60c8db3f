"""Which years a dateline without a year can mean, as far as the article itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factdiff.read.dateline import Dateline
from factdiff.read.paragraphs import Paragraph

_IN_YEAR = re.compile(
    r"\b(?:in|since|of|from|during|between|after) ((?:19|20)\d\d)\b", re.IGNORECASE
)
_ON_DAY = re.compile(r"[a-z]\.? \d{1,2}(?:st|nd|rd|th)?, ?((?:19|20)\d\d)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|plan\w*|by|until|aim\w*|expect\w*|due|next|forecast\w*|project\w*)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,20}((?:19|20)\d\d)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SHOWN = 3  # years: a reader picks from a few


def years_note(
    date: str, text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None
) -> tuple[str, ...]:
    """A remark on the years that ``XXXX-07-09`` can be, or nothing for a date with a year.

    The weekday, in the dateline or alone in the first body paragraph, leaves every fifth or
    sixth year; years named for things past and a copyright line bound them. No clock is asked.
    """
    from factdiff.kinds.dates.publication import possible_years, weekday_number

    if not date.startswith("XXXX-"):
        return ()
    word = _weekday_of_lead(paragraphs)
    weekday = (dateline.weekday if dateline else None) or (weekday_number(word) if word else None)
    named = max((year for p in paragraphs for year in _past_years(p.words)), default=None)
    printed = max((int(match[1]) for match in _COPYRIGHT.finditer(text)), default=None)
    years = possible_years(
        int(date[5:7]), int(date[8:10]), weekday, mentioned=() if named is None else (named,)
    )
    if printed is not None:
        years = [year for year in years if year <= printed]
    return (_sentence(date, years, weekday is not None, named, printed),)


def _sentence(
    date: str, years: list[int], weekday: bool, named: int | None, printed: int | None
) -> str:
    reasons = [
        *(["the weekday"] if weekday else []),
        *([f"the year {named} in the text"] if named else []),
        *([f"the copyright of {printed}"] if printed else []),
    ]
    shown = ", ".join(map(str, years[:_SHOWN])) + (" or later" if len(years) > _SHOWN else "")
    if not reasons:
        return f"published {date}: no year is stated; give --published"
    fitting = f"can be {shown}" if years else "fits none"
    return f"published {date}: no year is stated; by {' and '.join(reasons)} it {fitting}"


def _weekday_of_lead(paragraphs: Sequence[Paragraph]) -> str | None:
    """The weekday of the first body paragraph, if it names one and only one."""
    lead = next((p.words for p in paragraphs if p.is_sentence), "")
    words = set(_WEEKDAY.findall(lead))
    return words.pop() if len(words) == 1 else None


def _past_years(words: str) -> Iterator[int]:
    """Years that a paragraph names for things past: ``in 2016``, not ``by 2030``."""
    if _AHEAD.search(words):
        return
    for pattern in (_IN_YEAR, _ON_DAY):
        for match in pattern.finditer(words):
            yield int(match[1])
