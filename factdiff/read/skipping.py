"""Which stretches of a text are page furniture, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factdiff.model import Skipped
from factdiff.read.paragraphs import Paragraph


def find_furniture(text: str, paragraphs: Sequence[Paragraph]) -> list[Skipped]:
    """The stretches that belong to the page and not to the article, in order."""
    return []


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
