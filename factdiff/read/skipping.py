"""Which stretches of a text are page furniture, and why; the rules are in ``furniture.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factdiff.model import Skipped
from factdiff.read.paragraphs import Paragraph
from factdiff.read.rules import inline_rules, paragraph_rules

_JUNK_WORDS = 8  # a short line without an end, "Radio Nord Live", does not end the page's tail


def find_furniture(text: str, paragraphs: Sequence[Paragraph]) -> list[Skipped]:
    """The stretches that belong to the page and not to the article, in order.

    Whole paragraphs first; inside of those that stay, addresses and image credits.
    """
    reasons = _reasons(paragraphs)
    whole = [
        Skipped(p.start, p.end, reason)
        for p, reason in zip(paragraphs, reasons, strict=True)
        if reason
    ]
    inside = [
        stretch
        for p, reason in zip(paragraphs, reasons, strict=True)
        if not reason
        for stretch in _inline(text, p)
    ]
    return list(merged((*whole, *inside)))


def merged(stretches: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """The stretches in order, none overlapping another; the reason of the first one stays."""
    kept: list[Skipped] = []
    for stretch in sorted(stretches):
        if kept and stretch.start < kept[-1].end:
            if stretch.end > kept[-1].end:
                kept[-1] = Skipped(kept[-1].start, stretch.end, kept[-1].reason)
            continue
        kept.append(stretch)
    return tuple(kept)


def _inline(text: str, paragraph: Paragraph) -> Iterator[Skipped]:
    for rule in inline_rules():
        for match in rule.pattern.finditer(text, paragraph.start, paragraph.end):
            yield Skipped(match.start(), match.end(), rule.reason)


def _reasons(paragraphs: Sequence[Paragraph]) -> list[str | None]:
    """For each paragraph why it is skipped, or None."""
    anywhere = [_first(p, ("any",)) for p in paragraphs]
    reasons = _with_top(paragraphs, anywhere)
    return _with_tail(paragraphs, reasons)


def _with_top(paragraphs: Sequence[Paragraph], reasons: list[str | None]) -> list[str | None]:
    """Add the rules that hold above the first body paragraph."""
    reasons = list(reasons)
    for number, paragraph in enumerate(paragraphs):
        if reasons[number] is None:
            reasons[number] = _first(paragraph, ("top", "edge"))
            if reasons[number] is None and paragraph.is_sentence:
                break
    return reasons


def _with_tail(paragraphs: Sequence[Paragraph], reasons: list[str | None]) -> list[str | None]:
    """Add the rules that hold where nothing but furniture follows."""
    reasons = list(reasons)
    first = _tail_start(paragraphs, reasons)
    body = " ".join(p.words for p, r in zip(paragraphs[:first], reasons, strict=False) if not r)
    for number in range(first, len(paragraphs)):
        if reasons[number] is None:
            before = reasons[number - 1] if number else None
            reasons[number] = _first(paragraphs[number], ("end", "edge"), body, before)
    return reasons


def _tail_start(paragraphs: Sequence[Paragraph], reasons: Sequence[str | None]) -> int:
    """The number of the first paragraph of the tail: after the last body paragraph.

    A paragraph of the tail is furniture wherever it stands, by a rule for the end, or a short
    line; what a rule takes only ``after`` another counts with the one before it.
    """
    first = len(paragraphs)
    for number in range(len(paragraphs) - 1, -1, -1):
        paragraph = paragraphs[number]
        if reasons[number] or _first(paragraph, ("end", "edge")):
            first = number
        elif not (_is_short(paragraph) or _follows(paragraph)):
            break
    return first


def _is_short(paragraph: Paragraph) -> bool:
    return paragraph.words.count(" ") < _JUNK_WORDS and not paragraph.is_sentence


def _follows(paragraph: Paragraph) -> bool:
    return any(rule.after and rule.takes(paragraph.words) for rule in paragraph_rules())


def _first(
    paragraph: Paragraph, where: tuple[str, ...], body: str = "", before: str | None = None
) -> str | None:
    """The reason of the first rule for these zones that takes the paragraph, or None."""
    for rule in paragraph_rules():
        if rule.where not in where or (rule.after and rule.after != before):
            continue
        if rule.takes(paragraph.words, body):
            return rule.reason
    return None
