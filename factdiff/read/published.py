"""The day an article was published, from what it says itself; its years if the day has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from factdiff.errors import UsageError
from factdiff.model import Skipped
from factdiff.read.dateline import Dateline
from factdiff.read.paragraphs import Paragraph, is_inside
from factdiff.read.skipping import RELEASE
from factdiff.read.years import years_note

_EDTF = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?")
_LONGEST_LINE = (
    100  # "Last updated on Thursday, September 10, 2010 at 10:14 AM Eastern Time (GMT-5)"
)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? ")
_BAR = re.compile(r"\s[|·•]\s")
_TOP = 4  # paragraphs: headline, byline, the lead, and the date line below it
_DATED_FURNITURE = frozenset({"page date", "byline"})  # "By Ana Petrov | 3 May 2019"
_RELATIVE = re.compile(
    r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Yy]esterday|[Tt]oday"
    r"|[Ll]ast (?:week|month|year))\b"
)


@dataclass(frozen=True, slots=True)
class Publication:
    """An EDTF date or None, and remarks on what stayed open."""

    edtf: str | None
    notes: tuple[str, ...] = ()


def given_date(published: str | None) -> str | None:
    """The EDTF date that a caller gives; words such as ``July 9, 2020`` are understood too.

    Raises ``UsageError`` for anything that is no date.
    """
    if published is None:
        return None
    date = stated_date(published)
    if date is None:
        raise UsageError(f"published: {published!r} is not a date; write it as 2020-07-09")
    return date


def stated_date(words: str) -> str | None:
    """The EDTF date that the words are, or None; EDTF itself is kept as it stands."""
    from factdiff.kinds.dates.publication import parse_date

    bare = words.strip()
    found = parse_date(bare)
    if found is None and bare.startswith("XXXX") and _EDTF.fullmatch(bare):
        return bare
    return found


def line_date(words: str) -> str | None:
    """The date that a line of its own states, or None: ``Tuesday, July 2nd, 2013``."""
    if len(words) > _LONGEST_LINE:
        return None
    bare = RELEASE.sub("", words, count=1)
    if date := stated_date(bare):
        return date
    # "9 May 2019 | The Harbor Monitor": who publishes stands beside when
    parts = _BAR.split(bare)
    dates = [date for part in parts if (date := stated_date(part))] if len(parts) == 2 else []
    return dates[0] if len(dates) == 1 else None


def date_inside(words: str) -> str | None:
    """The first date in a short line, or None: ``By Ana Petrov | 3 May 2019``."""
    from factdiff.kinds.dates.publication import find_date

    found = find_date(words) if len(words) <= _LONGEST_LINE else None
    return found.edtf if found else None


def page_clock(
    text: str, paragraphs: Sequence[Paragraph], furniture: Sequence[Skipped]
) -> list[Skipped]:
    """What stands beside the date in the date lines at the top, its clock time and ``Posted``.

    ``Friday, May 3, 2019 | Updated 9:28 AM`` tells when the page was made; the date stays.
    """
    from factdiff.kinds.dates.publication import find_date

    skipped: list[Skipped] = []
    for paragraph in takewhile(lambda p: not p.is_sentence, paragraphs):
        line = text[paragraph.start : paragraph.end]
        if is_inside(paragraph.span, furniture) or not line_date(paragraph.words):
            continue
        if stated := find_date(line):
            skipped += _beside(paragraph, line, stated.start, stated.end)
    return skipped


def _beside(paragraph: Paragraph, line: str, start: int, end: int) -> Iterable[Skipped]:
    for left, right in ((0, start), (end, len(line))):
        if any(character.isalnum() for character in line[left:right]):
            yield Skipped(paragraph.start + left, paragraph.start + right, "beside the page's date")


def publication(
    text: str,
    paragraphs: Sequence[Paragraph],
    furniture: Sequence[Skipped],
    dateline: Dateline | None,
    given: str | None,
) -> Publication:
    """When the article was published.

    What the caller or the front matter gives wins, then an explicit line with a year
    (``Updated July 9, 2020``), then the dateline. A day without a year stays ``XXXX-07-09``.
    """
    if given is not None:
        return Publication(given)
    dates = list(_line_dates(paragraphs, furniture))
    if dateline and dateline.date:
        dates.append(dateline.date)
    dates.sort(key=lambda date: date.startswith("XXXX"))  # stable: a known year comes first
    if not dates:
        word = _RELATIVE.search(text)
        note = "no publication date found; give one with --published" if word else ""
        return Publication(None, (note,) if note else ())
    return Publication(dates[0], years_note(dates[0], text, paragraphs, dateline))


def _line_dates(paragraphs: Sequence[Paragraph], furniture: Sequence[Skipped]) -> Iterator[str]:
    """Dates of lines above the body, then of page dates and bylines wherever they stand.

    A date line in the middle of the body is a heading of a time line and dates no page, unless
    it names the weekday, stands near the top and is the only one (``Friday, May 3, 2019``).
    """
    for paragraph in takewhile(lambda p: not p.is_sentence, paragraphs):
        if date := line_date(paragraph.words):
            yield date
    dated = [stretch for stretch in furniture if stretch.reason in _DATED_FURNITURE]
    for paragraph in paragraphs:
        if is_inside(paragraph.span, dated) and (date := date_inside(paragraph.words)):
            yield date
    lines = [(n, date) for n, p in enumerate(paragraphs) if (date := line_date(p.words))]
    if len(lines) == 1 and lines[0][0] < _TOP and _WEEKDAY.match(paragraphs[lines[0][0]].words):
        yield lines[0][1]
