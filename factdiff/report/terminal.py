"""A report for people: worst first, evidence side by side or stacked, then what was not compared.

Returns renderables for a console that knows ``theme.THEME``; prints nothing. Everything that
comes from an article goes through ``clean`` and into ``Text``, never into markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from factdiff.model import Finding, Report, Verdict
from factdiff.report.clean import clean
from factdiff.report.evidence import evidence
from factdiff.report.lines import (
    INDENT,
    LEAD,
    camps,
    ends,
    finding_line,
    hanging_grid,
    listed_line,
)
from factdiff.report.lookup import Lookup
from factdiff.report.parts import parts
from factdiff.report.tally import by_kind, by_source, counted_word, counts, title
from factdiff.report.theme import SIGNS, style
from factdiff.report.uncompared import remarks
from factdiff.report.view import View

LONG = 8  # findings with their evidence: what was on top has left the screen by then
CLEAN = "✓"


class TerminalReport:
    """A rich renderable that lays a report out for the width it is given.

    Of several drafts the counts come first, then each that has something to tell, then the others
    on a line each. A long report ends with the counts that it began with.
    """

    def __init__(self, report: Report, view: View | None = None) -> None:
        self.report = report
        self.view = view or View()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        lookup, view = Lookup(self.report), self.view
        several = parts(self.report)
        speaking = [part for part in several if any(map(view.lists, part.findings))]
        if len(several) > 1:
            yield _title(f"{len(several)} drafts", lookup, options.max_width)
            yield Text()
            for part in speaking:
                yield TerminalPart(part, view)
            if not view.brief:
                yield from _silent([part for part in several if part not in speaking])
        elif speaking or not view.brief:
            yield TerminalPart(self.report, view)
        if not view.brief:
            yield from _remarks(lookup)
        yield from self._ending(lookup, options.max_width)

    def _ending(self, lookup: Lookup, width: int) -> Iterator[RenderableType]:
        listed = sum(self.view.lists(finding) for finding in self.report.findings)
        if listed > LONG and not self.view.brief:
            yield Text()
            several = len(self.report.checks) > 1
            name = f"{len(self.report.checks)} drafts" if several else title(lookup)
            yield _title(name, lookup, width)
        if self.view.failing:
            number = len(self.view.failing)
            words = "1 finding fails" if number == 1 else f"{number} findings fail"
            if not self.view.brief:
                yield Text()
            yield Text(f" {words} this run", style=style("conflict"))


class TerminalPart:
    """The findings of a comparison, or those of one draft."""

    def __init__(self, report: Report, view: View) -> None:
        self.lookup = Lookup(report)
        self.view = view

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = options.max_width
        yield _title(title(self.lookup), self.lookup, width)
        yield Text()
        flat = False
        for finding in self.lookup.report.findings:
            if self.view.lists(finding):
                flat = is_flat(finding)
                yield from self._finding(finding, width)
        counted = () if self.view.brief else tuple(self._counted())
        yield from counted
        if flat or counted:
            yield Text()

    def _finding(self, finding: Finding, width: int) -> Iterator[RenderableType]:
        if is_flat(finding):
            yield listed_line(finding, self.lookup, width)
            return
        yield finding_line(finding, width)
        who = camps(finding, self.lookup) if len(self.lookup.report.sources) > 2 else None
        if who is not None:
            yield Padding(who, (0, 0, 0, INDENT))
        yield Padding(evidence(finding, self.lookup, width - INDENT), (0, 0, 0, INDENT))
        yield Padding(Text(clean(finding.message), style=style("reason")), (0, 0, 0, INDENT))
        yield Text()

    def _counted(self) -> Iterator[RenderableType]:
        grid = hanging_grid(LEAD)
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


def is_flat(finding: Finding) -> bool:
    """Whether a finding gets a line and no evidence: it agrees, stands alone, or was accepted."""
    return finding.verdict in (Verdict.AGREE, Verdict.SINGLE) or finding.suppression is not None


def _title(name: str, lookup: Lookup, width: int) -> RenderableType:
    names = Text(f" {name}", style=style("title"))
    found = [
        Text(words, style=style(verdict if lookup.having(verdict) else "note"))
        for verdict, words in counts(lookup.report)
    ]
    tally = Text("   ").join(found)
    if names.cell_len + tally.cell_len + 4 <= width:
        return ends(names, tally)
    return Group(names, Padding(Text(" · ").join(found), (0, 0, 0, 1)))


def _silent(reports: Sequence[Report]) -> Iterator[RenderableType]:
    """Drafts of which nothing is listed: a line each, with their counts."""
    for report in reports:
        lookup = Lookup(report)
        told = [words for verdict, words in counts(report) if lookup.having(verdict)]
        sign = SIGNS[Verdict.SINGLE] if lookup.having(Verdict.SINGLE) else CLEAN
        line = Text.assemble((f" {sign} {title(lookup)}", style("title")))
        yield line.append(f"  {' · '.join(told) or 'nothing was found'}", style=style("note"))
    if reports:
        yield Text()


def _remarks(lookup: Lookup) -> Iterator[RenderableType]:
    lines = remarks(lookup)
    if lines:
        grid = hanging_grid(len(" unresolved  "))
        for word, line in lines:
            grid.add_row(Text(f" {word}", style=style("kind")), Text(line, style=style("note")))
        yield grid
