"""The dateline: ``KABUL, Afghanistan (AP) —``, ``July 9 (UPI) --``, ``Paris, 3 May 2019 –``.

Or a line of its own: ``LUSAKA, Zambia | Thursday, August 12, 2021``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factdiff.model import Skipped, Span
from factdiff.read.paragraphs import Paragraph, is_inside

_HEAD = 120  # characters: no dateline is longer
_AGENCY = 5  # letters: AFP, ANSA, DPA, UPI; REUTERS is written Reuters
_SHAPE = re.compile(
    r"(?P<prefix>[^()\n—–]{0,80}?)[\s,]*"
    r"(?P<agency>\([A-Z][\w .&'’-]{1,40}\)|/[A-Z][\w .-]{1,30}/)?"
    # "TRENTON, N.J. (Tuesday, June 14, 2016) —": courts and ministries date their releases so
    r"(?P<day>\([\w .,]{5,40}\))?"
    r"\s*(?P<dash>--|[—–]|-\s-|-(?=\s))"
)
# "(CNN) A barge sank" and "(CNN)A barge sank": a bare agency needs no dash
_BARE = re.compile(r"(?P<prefix>)(?P<agency>\((?:[A-Z]{2,5}|Reuters)\))(?P<dash>)\s?(?=[A-Z\"“])")
# "(PORT ELLERY, Maine) — Two people": a place in brackets, as some broadcasters write it
_BRACKETED = re.compile(
    r"\((?P<prefix>[A-ZÀ-Þ]{3,}[A-ZÀ-Þ'’.-]*(?:,? [A-ZÀ-Þ][\w'’.-]+){0,4})\)(?P<agency>(?!))?"
    r"\s*(?P<dash>--|[—–]|-(?=\s))"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,3}"
_WORDS = r"[A-ZÀ-Þ][\w'’.-]+(?: (?:[A-ZÀ-Þ][\w'’.-]+|de|la|el|al|of|and)){0,4}"
# "KITWE, Zambia | Friday, May 3, 2019": place and date on a line of their own
_ALONE = re.compile(rf"(?P<place>{_CAPITALS}(?:, {_WORDS}){{0,2}})\s?[|·•/]\s?(?P<date>.{{5,50}})")
_PLACE = re.compile(rf"(?:(?P<capitals>{_CAPITALS})|{_WORDS})(?:, {_WORDS}){{0,3}}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands, the EDTF date in it, the weekday said with it, and its agency's name."""

    span: Span
    date: str | None = None
    weekday: int | None = None
    skipped: tuple[Skipped, ...] = ()


def find_dateline(
    text: str, paragraphs: Sequence[Paragraph], aside: Sequence[Span]
) -> Dateline | None:
    """The dateline at the start of the first body paragraph or on a line above it, or None.

    ``aside`` are stretches that hold none, in order. A place alone counts when it is in
    capitals (``LONDON —``); in other letters it needs a date or an agency beside it, so that
    ``Police — who came late — …`` is none.
    """
    for paragraph in paragraphs:
        if is_inside(paragraph.span, aside):
            continue
        found = _dateline_at(text, paragraph)
        if paragraph.is_sentence or (found and found.span.end == paragraph.end):
            return found
    return None


def _dateline_at(text: str, paragraph: Paragraph) -> Dateline | None:
    from factdiff.kinds.dates.publication import find_date, parse_date

    if alone := _alone(text[paragraph.start : paragraph.end], paragraph.span):
        return alone
    head = text[paragraph.start : min(paragraph.end, paragraph.start + _HEAD)]
    match = _bracketed(head) or _SHAPE.match(head) or _BARE.match(head)
    if match is None:
        return None
    within = match.groupdict().get("day")
    stated = find_date(match["prefix"])
    if within:
        date = parse_date(within.strip("()"))
        if date is None or stated or not _is_place(match["prefix"], supported=True):
            return None
        said = find_date(within)
        span = Span(paragraph.start, paragraph.start + match.end())
        return Dateline(span, date, said.weekday if said else None)
    around = (
        (match["prefix"][: stated.start], match["prefix"][stated.end :])
        if stated
        else (match["prefix"], "")
    )
    if around[1].strip(" ,") or not _is_place(around[0], bool(stated or match["agency"])):
        return None
    span = Span(paragraph.start, paragraph.start + match.end())
    date = stated.edtf if stated else None
    rest = head[match.end() :]
    if date is None and paragraph.end - paragraph.start <= _HEAD and parse_date(rest):
        span, date = paragraph.span, parse_date(rest)  # "Oslo, Norway – 2/29/2012", a line alone
    weekday = stated.weekday if stated else None
    return Dateline(span, date, weekday, _agency(match, paragraph.start))


def _alone(line: str, span: Span) -> Dateline | None:
    """A place in capitals, a bar and a date that together are the whole line."""
    from factdiff.kinds.dates.publication import find_date, parse_date

    match = _ALONE.fullmatch(line) if len(line) <= _HEAD else None
    if match is None or parse_date(match["date"]) is None:
        return None
    stated = find_date(match["date"])
    return Dateline(span, stated.edtf, stated.weekday) if stated else None


def _bracketed(head: str) -> re.Match[str] | None:
    """A place in brackets; one short word there, ``(AP) —``, is an agency."""
    match = _BRACKETED.match(head)
    return match if match and (" " in match["prefix"] or len(match["prefix"]) > _AGENCY) else None


def _is_place(words: str, supported: bool) -> bool:
    """Whether what stands before the date can be its place; nothing can, if there is support."""
    bare = words.strip(" ,")
    if not bare:
        return supported
    match = _PLACE.fullmatch(bare)
    return match is not None and (supported or match["capitals"] is not None)


def _agency(match: re.Match[str], start: int) -> tuple[Skipped, ...]:
    if not match["agency"]:
        return ()
    place = start + match.start("agency"), start + match.end("agency")
    return (Skipped(*place, "agency's name"),)
