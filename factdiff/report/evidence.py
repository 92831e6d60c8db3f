"""The sentences behind a finding, side by side where there is room, else one below the other."""

from __future__ import annotations

from itertools import chain

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from factdiff.model import Claim, Finding, Position
from factdiff.report.clean import clean
from factdiff.report.differences import differing
from factdiff.report.excerpt import excerpt
from factdiff.report.lookup import Lookup
from factdiff.report.theme import style
from factdiff.report.view import SIDE_BY_SIDE

MOST_COLUMNS = 3
LINES_LISTED = 3
Voice = tuple[Position, list[Claim]]


def evidence(finding: Finding, lookup: Lookup, width: int) -> RenderableType:
    """Every source that speaks, with the line, the sentence and the words that differ."""
    voices = [
        (position, claims) for position in finding.positions for claims in lookup.voices(position)
    ]
    if width >= SIDE_BY_SIDE - 5 and 1 < len(voices) <= MOST_COLUMNS:
        return _beside(finding, voices, lookup, width)
    return _stacked(finding, voices, lookup, width)


def _stacked(finding: Finding, voices: list[Voice], lookup: Lookup, width: int) -> RenderableType:
    places = [lookup.place(claims[0]) for _, claims in voices]
    longest = max(map(len, places))
    if longest > width // 3:  # a long name gets a line of its own
        parts = [
            (Text(place, style=style("place")), _sentence(finding, voice, lookup, 2 * width))
            for place, voice in zip(places, voices, strict=True)
        ]
        return Group(*chain.from_iterable(parts))
    room = width - longest - 2
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=longest, no_wrap=True, style=style("place"))
    grid.add_column()
    for place, voice in zip(places, voices, strict=True):
        grid.add_row(
            Text(place), _sentence(finding, voice, lookup, room if room >= 70 else 2 * room)
        )
    return grid


def _beside(finding: Finding, voices: list[Voice], lookup: Lookup, width: int) -> RenderableType:
    column = (width - 3 * (len(voices) - 1)) // len(voices)
    grid = Table.grid(padding=(0, 3, 0, 0), pad_edge=False)
    for _ in voices:
        grid.add_column(width=column)
    grid.add_row(*(Text(lookup.place(claims[0]), style=style("place")) for _, claims in voices))
    grid.add_row(*(_sentence(finding, voice, lookup, 3 * column) for voice in voices))
    return grid


def _sentence(finding: Finding, voice: Voice, lookup: Lookup, width: int) -> Text:
    """``… chief [Zhu *Hailun*] and … (also 21, 30)``."""
    position, claims = voice
    claim = claims[0]
    others = [
        lookup.voices(other)[0][0].text for other in finding.positions if other is not position
    ]
    also = _also(claims)
    pieces = excerpt(
        lookup.source(claim.source), claim, differing(claim.text, others), width - len(also) - 2
    )
    text = Text()
    for piece in pieces:
        text.append(piece.text, style=style(piece.part))
    return text.append(also, style=style("note"))


def _also(claims: list[Claim]) -> str:
    lines = sorted({claim.line for claim in claims} - {claims[0].line})
    if not lines:
        return ""
    more = " …" if len(lines) > LINES_LISTED else ""
    return clean(f" (also {', '.join(map(str, lines[:LINES_LISTED]))}{more})")
