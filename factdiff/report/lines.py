"""The lines of a terminal's report: what is said, how sure, who stands with whom, and where."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factdiff.model import Finding, Position
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup, headline
from factdiff.report.theme import SIGNS, style

INDENT = 5
KIND_WIDTH = len("organization")
VERDICT_WIDTH = len("compatible")
LEAD = VERDICT_WIDTH + KIND_WIDTH + len(" ✗ ") + 2
MOST_LINES = 4  # lines of one source that are named
NARROW = 80  # columns below which a finding's words get a line of their own


def finding_line(finding: Finding, width: int) -> RenderableType:
    """Sign, verdict, kind, what is said and how sure: one line where it fits."""
    lead = _lead(finding)
    said = _said(finding)
    sure = Text(f"{finding.confidence:.2f}", style=style("confidence"))
    if width < NARROW:
        return Group(ends(lead, sure), Padding(said, (0, 0, 0, INDENT)))
    row = Table.grid(expand=True)
    row.add_column(width=LEAD, no_wrap=True)
    row.add_column(ratio=1)
    row.add_column(width=6, justify="right", no_wrap=True)
    row.add_row(lead, said, sure)
    return row


def listed_line(finding: Finding, lookup: Lookup, width: int) -> RenderableType:
    """An agreement or a fact of one source, with where it stands, in as few lines as it takes."""
    text = Text.assemble(_said(finding), "  ", (_places(finding, lookup), style("place")))
    if width < NARROW:
        return Group(_lead(finding), Padding(text, (0, 0, 0, INDENT)))
    row = hanging_grid(LEAD)
    row.add_row(_lead(finding), text)
    return row


def _lead(finding: Finding) -> Text:
    return Text.assemble(
        (f" {SIGNS[finding.verdict]} {finding.verdict:<{VERDICT_WIDTH}} ", style(finding.verdict)),
        (f"{finding.kind:<{KIND_WIDTH}} ", style("kind")),
    )


def _said(finding: Finding) -> Text:
    said = Text(headline(finding), style=style("subject"))
    if finding.internal:
        said.append(" (within one source)", style("note"))
    if finding.suppression is not None:
        reason = clean(finding.suppression.reason) or "no reason given"
        said.append(f" (accepted: {reason})", style("note"))
    return said


def camps(finding: Finding, lookup: Lookup) -> Text | None:
    """Who stands with whom: ``9: one.txt, three.txt | 7: two.txt``; None where all stand alone."""
    if not any(len(p.sources) > 1 or p.copied for p in finding.positions):
        return None
    return Text("  |  ", style=style("note")).join(
        Text.assemble(
            (clean(position.display), style("claim")),
            (f": {lookup.labels(position.sources)}", style("place")),
            (_copied(position, lookup), style("note")),
        )
        for position in finding.positions
    )


def _copied(position: Position, lookup: Lookup) -> str:
    """`` (one.txt, two.txt word for word: one voice)``; nothing where all speak for themselves."""
    return "".join(
        f" ({lookup.labels(voices)} word for word: one voice)" for voices in position.copied
    )


def _places(finding: Finding, lookup: Lookup) -> str:
    """``npr.txt:3, 9  upi.txt:5``."""
    said: dict[str, set[int]] = {}
    for position in finding.positions:
        for claims in lookup.voices(position):
            said.setdefault(claims[0].source, set()).update(claim.line for claim in claims)
    places = []
    for source, numbers in said.items():
        lines = sorted(numbers)
        more = " …" if len(lines) > MOST_LINES else ""
        told = ", ".join(map(str, lines[:MOST_LINES]))
        places.append(f"{lookup.label(source)}:{told}{more}")
    return "  ".join(places)


def ends(left: Text, right: Text) -> Table:
    """One line with words at both ends."""
    row = Table.grid(expand=True)
    row.add_column(ratio=1)
    row.add_column(justify="right", no_wrap=True)
    row.add_row(left, right)
    return row


def hanging_grid(lead: int) -> Table:
    """Two columns: a lead of fixed width and a text that wraps beside it."""
    grid = Table.grid(expand=True)
    grid.add_column(width=lead, no_wrap=True)
    grid.add_column(ratio=1)
    return grid
