"""Which stretches of a text are page furniture, and why; the rules are in ``furniture.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from factdiff.model import Skipped
from factdiff.read.paragraphs import Paragraph
from factdiff.read.rules import inline_rules, paragraph_rules

RELEASE = re.compile(r"for (?:immediate|embargoed) release\b[\s:–—-]*", re.IGNORECASE)
_TOP = ("top", "edge")
_END = ("end", "edge")


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
    head = _letterhead(paragraphs)
    reasons = [r or ("letterhead" if n < head else None) for n, r in enumerate(reasons)]
    for number, paragraph in enumerate(paragraphs):
        if reasons[number] is None:
            reasons[number] = _first(paragraph, _TOP)
            if reasons[number] is None and paragraph.is_sentence:
                break
    return reasons


def _letterhead(paragraphs: Sequence[Paragraph]) -> int:
    """How many short lines stand above a press release's ``FOR IMMEDIATE RELEASE``; mostly none."""
    above = list(takewhile(lambda p: not p.is_sentence, paragraphs))
    return next((n for n, p in enumerate(above) if RELEASE.match(p.words)), 0)


def _with_tail(paragraphs: Sequence[Paragraph], reasons: list[str | None]) -> list[str | None]:
    """Add the rules that hold where nothing but furniture and short lines follow."""
    last = _last_body(paragraphs, reasons)
    reasons = list(reasons)
    above = zip(paragraphs[: last + 1], reasons, strict=False)
    body = " ".join(paragraph.words for paragraph, reason in above if reason is None)
    for number in range(last + 1, len(paragraphs)):
        before = reasons[number - 1] if number else None
        reasons[number] = reasons[number] or _first(paragraphs[number], _END, body, before)
    return reasons


def _last_body(paragraphs: Sequence[Paragraph], reasons: Sequence[str | None]) -> int:
    """The number of the last paragraph that reads as body and that no rule for the end takes."""
    last, before = -1, None
    for number, paragraph in enumerate(paragraphs):
        before = reasons[number] or _first(paragraph, _END, before=before)
        if before is None and paragraph.is_sentence:
            last = number
    return last


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
