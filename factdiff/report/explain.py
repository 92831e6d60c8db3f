"""How a finding was decided: who says what, the evidence with its weights, what was rejected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factdiff.errors import UsageError
from factdiff.model import Evidence, Finding, Report
from factdiff.report.clean import clean
from factdiff.report.evidence import evidence
from factdiff.report.lines import INDENT, finding_line
from factdiff.report.lookup import Lookup
from factdiff.report.theme import style
from factdiff.report.topics import Topic, topic

SHORTEST_PREFIX = 4
_ID = re.compile(r"[0-9a-f]{4,}(-\d+)?")


def looks_like_id(word: str) -> bool:
    """Whether a word can be a finding's id or the start of one."""
    return _ID.fullmatch(word) is not None


def finding_by_id(report: Report, wanted: str) -> Finding:
    """The finding with this id, or the only one whose id starts so (four characters or more).

    Raises ``UsageError`` when none or several are meant.
    """
    exact = [finding for finding in report.findings if finding.id == wanted]
    found = exact or [
        finding
        for finding in report.findings
        if len(wanted) >= SHORTEST_PREFIX and finding.id.startswith(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(finding.id for finding in found[:5])
        raise UsageError(
            f"{clean(wanted)} is the start of several findings: {ids}; give more of it"
        )
    raise UsageError(
        f"the report has no finding {clean(wanted)}; ids are in a report written with --format json"
    )


class TerminalExplanation:
    """A rich renderable that lays one finding open."""

    def __init__(self, report: Report, finding: Finding) -> None:
        self.lookup = Lookup(report)
        self.finding = finding

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        finding, width = self.finding, options.max_width
        yield finding_line(finding, width)
        yield _inset(evidence(finding, self.lookup, width - INDENT))
        yield _inset(Text(clean(finding.message), style=style("reason")))
        yield Text()
        yield from self._positions()
        yield from _weighed("what spoke", finding.evidence)
        yield from _weighed("left out", finding.rejected)
        meaning = topic(finding.verdict)
        yield _inset(Text(f"{finding.verdict}: {meaning.text}", style=style("note")))
        yield _inset(Text(f"id {clean(finding.id)}", style=style("note")))

    def _positions(self) -> Iterator[RenderableType]:
        for position in self.finding.positions:
            for claims in self.lookup.voices(position):
                claim = claims[0]
                words = [clean(str(claim.value))]
                if claim.subject:
                    words.append(f"about {clean(claim.subject)}")
                if claim.attribution:
                    words.append(f"according to {clean(claim.attribution)}")
                line = Text(self.lookup.label(claim.source), style=style("place"))
                yield _inset(line.append(f"  says {'; '.join(words)}", style=style("around")))
        yield Text()


class TerminalTopic:
    """A rich renderable for what a kind or a verdict means."""

    def __init__(self, meant: Topic) -> None:
        self.topic = meant

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text.assemble(
            (f" {self.topic.word}", style("title")), (f"  {self.topic.title}", style("kind"))
        )
        yield _inset(Text(self.topic.text))
        yield _inset(Text(f"Example: {self.topic.example}", style=style("note")))


def _weighed(title: str, weighed: Sequence[Evidence]) -> Iterator[RenderableType]:
    if not weighed:
        return
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True, style=style("confidence"))
    grid.add_column(style=style("kind"))
    grid.add_column()
    for item in weighed:
        grid.add_row(f"{item.weight:+.2f}", Text(clean(item.feature)), Text(clean(item.reason)))
    yield _inset(Text(title, style=style("subject")))
    yield _inset(grid)
    yield Text()


def _inset(renderable: RenderableType) -> Padding:
    return Padding(renderable, (0, 0, 0, INDENT))
