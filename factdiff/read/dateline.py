"""The dateline: ``KABUL, Afghanistan (AP) —``, ``July 9 (UPI) --``, ``Paris, 3 May 2019 –``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factdiff.model import Skipped, Span
from factdiff.read.paragraphs import Paragraph

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.\-]+){0,3}"
_PLACE = r"[A-ZÀ-Þ][\w'’.\-]+(?: [A-ZÀ-Þ][\w'’.\-]+){0,3}"
_AGENCY = r"\((?P<agency>[A-Z][\w .&/'’-]{1,40})\)"
_DASH = r"\s*(?:--|- -|[—–-])(?=\s|\d)"
_HEAD = 120  # characters: no dateline is longer


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where it stands, the EDTF date in it, the weekday said with it, and its agency's name."""

    span: Span
    date: str | None
    weekday: int | None
    skipped: tuple[Skipped, ...]


_SHAPE = re.compile(
    rf"(?:(?P<capitals>{_CAPITALS})(?:, {_PLACE}){{0,2}}|(?P<place>{_PLACE})(?:, {_PLACE}){{0,2}})?"
    rf",?\s*(?P<middle>[^()\n—]{{0,40}}?)\s*(?:{_AGENCY})?{_DASH}"
)


def find_dateline(
    text: str, paragraphs: Sequence[Paragraph], furniture: Iterable[Span], headline: Span | None
) -> Dateline | None:
    """The dateline at the start of the first body paragraph, or None.

    A place alone counts when it is in capitals (``LONDON —``); in other letters it needs a
    date or an agency beside it, so that ``Police — who …`` is none.
    """
    aside = [*furniture, *([headline] if headline else [])]
    for paragraph in paragraphs:
        if any(paragraph.span.overlaps(span) for span in aside):
            continue
        found = _dateline_at(text, paragraph)
        if found or paragraph.is_sentence:
            return found
    return None


def _dateline_at(text: str, paragraph: Paragraph) -> Dateline | None:
    from factdiff.kinds.dates.publication import find_date

    head = text[paragraph.start : min(paragraph.end, paragraph.start + _HEAD)]
    match = _SHAPE.match(head)
    if match is None:
        return None
    stated = find_date(match["middle"]) or find_date(match[0])
    if not (stated or match["agency"] or match["capitals"]):
        return None
    start = paragraph.start
    skipped = _agency(match, start)
    return Dateline(
        Span(start, start + match.end()),
        stated.edtf if stated else None,
        stated.weekday if stated else None,
        skipped,
    )


def _agency(match: re.Match[str], start: int) -> tuple[Skipped, ...]:
    if not match["agency"]:
        return ()
    return (
        Skipped(
            start + match.start("agency") - 1, start + match.end("agency") + 1, "agency's name"
        ),
    )
