"""The day an article was published, from what it says itself; its years if the day has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factdiff.errors import UsageError
from factdiff.read.dateline import Dateline
from factdiff.read.paragraphs import Paragraph

_EDTF = re.compile(
    r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?)?)?"
)
_LONGEST_LINE = 80  # "Posted on Thursday, September 10, 2010 at 10:14 AM Eastern Daylight Time"
_FIRST_LINES = 12  # a date line stands above the body or right below the headline and byline
_YEAR = re.compile(r"\b(?:in|since|of|from|during) ((?:19|20)\d\d)\b(?! ?[-–/]\d)")
_FUTURE = re.compile(r"\b(?:will|would|shall|plans?|by|until|aims?|expected)\b", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,20}((?:19|20)\d\d)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Publication:
    """An EDTF date or None, and remarks on what stayed open."""

    edtf: str | None
    notes: tuple[str, ...] = ()


def given_date(published: str | None) -> str | None:
    """The EDTF date of ``--published``; words such as ``July 9, 2020`` are understood too.

    Raises ``UsageError`` for anything that is no date.
    """
    if published is None:
        return None
    from factdiff.kinds.dates.publication import parse_date

    date = parse_date(published)
    if date is None and not _EDTF.fullmatch(published.strip()):
        raise UsageError(f"published: {published!r} is not a date; write it as 2020-07-09")
    return date or published.strip()


def is_date_line(words: str) -> bool:
    """Whether the words are a date and nothing else: ``Tuesday, July 2nd, 2013``."""
    return line_date(words) is not None


def line_date(words: str) -> str | None:
    """The date that a line of its own states, or None."""
    from factdiff.kinds.dates.publication import parse_date

    return parse_date(words) if len(words) <= _LONGEST_LINE else None


def publication(
    text: str, paragraphs: Sequence[Paragraph], dateline: Dateline | None, given: str | None
) -> Publication:
    """When the article was published.

    What the caller or the front matter gives wins, then an explicit line with a year
    (``Updated July 9, 2020``), then the dateline. A day without a year stays ``XXXX-07-09``.
    """
    if given is not None:
        return Publication(given)
    lines = [date for p in paragraphs[:_FIRST_LINES] if (date := line_date(p.words))]
    dates = [*lines, *([dateline.date] if dateline and dateline.date else [])]
    dates.sort(key=lambda date: date.startswith("XXXX"))  # stable: a known year comes first
    if not dates:
        return Publication(None)
    return Publication(dates[0])
