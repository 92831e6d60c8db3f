"""The sentences behind a finding, side by side where there is room, else one below the other."""

from __future__ import annotations

from itertools import chain

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from factdiff.model import Finding, Severity
from factdiff.report.lookup import Lookup
from factdiff.report.quoting import Voice, voices
from factdiff.report.theme import style
from factdiff.report.view import SIDE_BY_SIDE

MOST_COLUMNS = 3
LINES_LISTED = 3
ONE_LINE = 70  # columns that are enough for a sentence on one line; below, it gets two


def evidence(finding: Finding, lookup: Lookup, width: int) -> RenderableType:
    """Every source that speaks, with the line, the sentence and the words that differ."""
    found = voices(finding, lookup)
    places = [Text(lookup.place(voice.claim), style=style("place")) for voice in found]
    if width >= SIDE_BY_SIDE - 5 and 1 < len(found) <= MOST_COLUMNS:
        return _beside(found, places, width)
    return _stacked(finding, found, places, width)


def _stacked(
    finding: Finding, found: list[Voice], places: list[Text], width: int
) -> RenderableType:
    longest = max(place.cell_len for place in places)
    if longest > width // 3:  # a long name gets a line of its own
        sentences = (_sentence(voice, 2 * width) for voice in found)
        return Group(*chain.from_iterable(zip(places, sentences, strict=True)))
    room = width - longest - 2
    # what somebody has to mend is read in full, what is only worth knowing at a glance
    lines = 1 if room >= ONE_LINE and finding.severity is Severity.NOTE else 2
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=longest, no_wrap=True)
    grid.add_column()
    for place, voice in zip(places, found, strict=True):
        grid.add_row(place, _sentence(voice, lines * room))
    return grid


def _beside(found: list[Voice], places: list[Text], width: int) -> RenderableType:
    column = (width - 3 * (len(found) - 1)) // len(found)
    grid = Table.grid(padding=(0, 3, 0, 0), pad_edge=False)
    for _ in found:
        grid.add_column(width=column)
    grid.add_row(*places)
    grid.add_row(*(_sentence(voice, 3 * column) for voice in found))
    return grid


def _sentence(voice: Voice, width: int) -> Text:
    """``… chief [Zhu *Hailun*] and … (also 21, 30)``."""
    also = _also(voice)
    text = Text()
    for piece in voice.sentence(width - len(also) - 2):
        text.append(piece.text, style=style(piece.part))
    return text.append(also, style=style("note"))


def _also(voice: Voice) -> str:
    lines = sorted({claim.line for claim in voice.also} - {voice.claim.line})
    if not lines:
        return ""
    more = " …" if len(lines) > LINES_LISTED else ""
    return f" (also {', '.join(map(str, lines[:LINES_LISTED]))}{more})"
