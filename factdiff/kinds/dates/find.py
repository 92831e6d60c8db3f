"""Find the dates in a Doc: patterns tell where they stand, the tree what they date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from factdiff.kinds.claiming import ClaimComponent, claims_of, make_claim, source_of
from factdiff.kinds.context import NAME_KINDS, text_of, tokens_of
from factdiff.kinds.dates.clock import on_day
from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.event import event_of
from factdiff.kinds.dates.frame import Frame
from factdiff.kinds.dates.guards import allowed, kept_apart, word_before
from factdiff.kinds.dates.joining import DAYS, joined
from factdiff.kinds.dates.narrative import Told, told_frame, with_days
from factdiff.kinds.dates.patterns import Expression, expressions
from factdiff.kinds.dates.publication import Order, numeric_order
from factdiff.kinds.dates.resolve import resolve
from factdiff.kinds.dates.setting import Anchors, Setting
from factdiff.kinds.dates.tense import PAST, direction
from factdiff.kinds.dates.value import DateValue
from factdiff.kinds.dates.words import is_full_name
from factdiff.model import Claim, Kind, Span

EDGES = " ,\n\t\u00a0("


@Language.factory("factdiff_dates")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy's signature)
    """The component that adds the date claims of a Doc."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Every date of the Doc: calendar dates, weekdays, relative days and times, clock times.

    Values are resolved against the source's publication date where it has one. Durations, ages
    and what only looks like a date (``they may``, ``2000 people``) are left out.
    """
    groups = _groups(doc)
    order = numeric_order([text_of(doc)]) if any(g[0].form == "numeric" for g in groups) else None
    source = source_of(doc)
    told = list(_told(doc, groups, Frame.of(source.published), order))
    for one in with_days(told):
        yield make_claim(doc, one.span, Kind.DATE, one.value, subject=one.value.event.told or None)


def _groups(doc: Doc) -> list[tuple[Expression, ...]]:
    text = text_of(doc)
    names = {c.start: c.end for c in claims_of(doc) if c.kind in NAME_KINDS}
    found = expressions(text, lambda guard, e: allowed(guard, text, e))
    return joined(kept_apart(found, names), text)


def _told(
    doc: Doc, groups: Sequence[tuple[Expression, ...]], frame: Frame, order: Order | None
) -> Iterator[Told]:
    """The dates with their values, in the order of the text."""
    parsed = doc.has_annotation("DEP")
    frame = told_frame(frame, groups)
    anchors = Anchors()
    source = source_of(doc)
    asides = [*source.skipped, *([source.dateline] if source.dateline else [])]
    lines = sorted(asides, key=lambda line: line.start)
    for group in groups:
        span = _span(text_of(doc), group)
        inside = tokens_of(doc, span) if span else None
        if span is None or inside is None:
            continue
        ahead = direction(inside, parsed=parsed)
        setting = Setting(text_of(doc), frame, ahead, anchors, order)
        value = _value(group, setting)
        if value is None:
            continue
        coming = _is_ahead(value, frame) if ahead == PAST else True
        event = event_of(inside, word_before(text_of(doc), span.start), ahead=coming)
        aside = _is_aside(span, lines)
        value = replace(value, event=replace(event, reporting=True, aside=True) if aside else event)
        if ahead == PAST and not (event.reporting or aside):
            anchors = anchors.after(value, span.end)
        yield Told(span, value, _sentence(inside), group[0].form, aside)


def _value(group: tuple[Expression, ...], setting: Setting) -> DateValue | None:
    """The value of a date: of its time put on its day where it has both."""
    if group[0].form == "partof":
        day = resolve(group[1], setting)
        return replace(day, part=group[0].parts.get("part", "")) if day else None
    first = resolve(group[0], setting)
    if len(group) == 1 or first is None:
        return first
    day = resolve(group[1], setting)
    return on_day(first, day) if day is not None else first


def _is_ahead(value: DateValue, frame: Frame) -> bool:
    """Whether a day said without a verb lies after the day of writing: ``the final, on June 6``."""
    days = days_of(value.edtf) if frame.today else None
    if days is None or days.start is None or frame.today is None:
        return False
    day = value.edtf.count("-") == 2 and days.yearless == frame.yearless
    return day and days.start > frame.today


def _is_aside(span: Span, lines: Sequence[Span]) -> bool:
    """Whether the date stands in the dateline or in a stretch that the source skips."""
    at = bisect_right(lines, span.start, key=lambda line: line.start)
    return any(span.overlaps(line) for line in lines[max(0, at - 2) : at + 1])


def _span(text: str, group: tuple[Expression, ...]) -> Span | None:
    """Where the date stands, without the marks at its edges."""
    start, end = min(e.start for e in group), max(e.end for e in group)
    while start < end and text[start] in EDGES:
        start += 1
    while start < end and text[end - 1] in EDGES:
        end -= 1
    if text[end - 1 : end] == "." and is_full_name(text[max(start, end - 12) : end - 1]):
        end -= 1  # the full stop of ``on Saturday.`` is not the mark of an abbreviation
    return Span(start, end) if start < end else None


def _sentence(tokens: DocSpan) -> int:
    return tokens.sent.start if tokens.doc.has_annotation("SENT_START") else 0


__all__ = ["DAYS", "create", "find"]
