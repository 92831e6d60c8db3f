"""A report for people: worst first, evidence side by side or stacked, then what was not compared.

Returns renderables for a console that knows ``theme.THEME``; prints nothing. Everything that
comes from an article goes through ``clean`` and into ``Text``, never into markup.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factdiff.model import Finding, Position, Report, Verdict
from factdiff.report.clean import clean
from factdiff.report.evidence import evidence
from factdiff.report.lookup import Lookup, headline
from factdiff.report.parts import parts
from factdiff.report.tally import by_kind, by_source, counted_word, counts, title
from factdiff.report.theme import SIGNS, style
from factdiff.report.uncompared import remarks
from factdiff.report.view import View

INDENT = 5
KIND_WIDTH = len("organization")
VERDICT_WIDTH = len("compatible")
LEAD = VERDICT_WIDTH + KIND_WIDTH + len(" ✗ ") + 2
NARROW = 80  # columns below which a finding's words get a line of their own


class TerminalReport:
    """A rich renderable that lays a report out for the width it is given."""

    def __init__(self, report: Report, view: View | None = None) -> None:
        self.report = report
        self.view = view or View()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for part in parts(self.report):
            if not self.view.brief or any(map(self.view.lists, part.findings)):
                yield TerminalPart(part, self.view)
        if not self.view.brief:
            yield from _remarks(Lookup(self.report))
        if self.view.failing:
            number = len(self.view.failing)
            words = "1 finding fails" if number == 1 else f"{number} findings fail"
            yield Text()
            yield Text(f" {words} this run", style=style("conflict"))


class TerminalPart:
    """The findings of a comparison, or those of one draft."""

    def __init__(self, report: Report, view: View) -> None:
        self.lookup = Lookup(report)
        self.view = view

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        yield self._title(width)
        yield Text()
        for finding in self.lookup.report.findings:
            if self.view.lists(finding):
                yield from self._finding(finding, width)
        if not self.view.brief:
            yield from self._counted()

    def _title(self, width: int) -> RenderableType:
        names = Text(f" {title(self.lookup)}", style=style("title"))
        parts = [
            Text(words, style=style(verdict if self.lookup.having(verdict) else "note"))
            for verdict, words in counts(self.lookup.report)
        ]
        tally = Text("   ").join(parts)
        if names.cell_len + tally.cell_len + 4 <= width:
            return _ends(names, tally)
        return Group(names, Padding(Text(" · ").join(parts), (0, 0, 0, 1)))

    def _finding(self, finding: Finding, width: int) -> Iterator[RenderableType]:
        short = (Verdict.AGREE, Verdict.SINGLE)
        if finding.verdict in short or finding.suppression is not None:
            yield listed_line(finding, self.lookup, width)
            return
        yield finding_line(finding, width)
        if len(self.lookup.report.sources) > 2:
            yield Padding(_camps(finding, self.lookup), (0, 0, 0, INDENT))
        yield Padding(evidence(finding, self.lookup, width - INDENT), (0, 0, 0, INDENT))
        yield Padding(Text(clean(finding.message), style=style("reason")), (0, 0, 0, INDENT))
        yield Text()

    def _counted(self) -> Iterator[RenderableType]:
        grid = _hanging_grid(LEAD)
        of_draft = bool(self.lookup.report.checks)
        for verdict in Verdict:
            findings = [f for f in self.lookup.having(verdict) if not self.view.lists(f)]
            if not findings:
                continue
            single = verdict is Verdict.SINGLE
            by = by_source(findings, self.lookup) if single else by_kind(findings)
            lead = f" {SIGNS[verdict]} {counted_word(verdict, of_draft):<11} {len(findings)}"
            note = (f"  (--show {verdict} lists them)", style("note"))
            grid.add_row(Text(lead, style=style(verdict)), Text.assemble(by, note))
        if grid.row_count:
            yield grid
            yield Text()


def _remarks(lookup: Lookup) -> Iterator[RenderableType]:
    lines = remarks(lookup)
    if lines:
        grid = _hanging_grid(len(" unresolved  "))
        for word, line in lines:
            grid.add_row(Text(f" {word}", style=style("kind")), Text(line, style=style("note")))
        yield grid


def finding_line(finding: Finding, width: int) -> RenderableType:
    """Sign, verdict, kind, what is said and how sure: one line where it fits."""
    lead = _lead(finding)
    said = _said(finding)
    sure = Text(f"{finding.confidence:.2f}", style=style("confidence"))
    if width < NARROW:
        return Group(_ends(lead, sure), Padding(said, (0, 0, 0, INDENT)))
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
    row = _hanging_grid(LEAD)
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


def _camps(finding: Finding, lookup: Lookup) -> Text:
    """Who stands with whom: ``9: one.txt, three.txt | 7: two.txt``."""
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
    places = []
    for position in finding.positions:
        for claims in lookup.voices(position):
            lines = sorted({claim.line for claim in claims})
            more = "".join(f", {line}" for line in lines[1:4]) + (" …" if len(lines) > 4 else "")
            places.append(f"{lookup.label(claims[0].source)}:{lines[0]}{more}")
    return "  ".join(places)


def _ends(left: Text, right: Text) -> Table:
    row = Table.grid(expand=True)
    row.add_column(ratio=1)
    row.add_column(justify="right", no_wrap=True)
    row.add_row(left, right)
    return row


def _hanging_grid(lead: int) -> Table:
    """Two columns: a lead of fixed width and a text that wraps beside it."""
    grid = Table.grid(expand=True)
    grid.add_column(width=lead, no_wrap=True)
    grid.add_column(ratio=1)
    return grid
