"""The claims of sources, for people: one line each, with the normal form beside the words."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from factdiff.model import Claim, Report, Source
from factdiff.report.clean import clean
from factdiff.report.excerpt import excerpt
from factdiff.report.lookup import Lookup
from factdiff.report.text import as_text
from factdiff.report.theme import style
from factdiff.report.uncompared import remarks
from factdiff.report.view import TEXT_WIDTH, View

WIDTH = 240  # characters of a sentence


class TerminalExtract:
    """A rich renderable: for each source its claims in the order of the text."""

    def __init__(self, report: Report, view: View | None = None) -> None:
        self.lookup = Lookup(report)
        self.view = view or View()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for source in self.lookup.report.sources:
            claims = [claim for claim in self.lookup.report.claims if claim.source == source.id]
            yield Text.assemble(
                (f" {self.lookup.label(source.id)}", style("title")),
                (f"  {counted(source, len(claims))}", style("note")),
            )
            yield from self._claims(claims, options.max_width)
            yield Text()
        for word, line in () if self.view.brief else remarks(self.lookup):
            yield Text.assemble((f" {word}  ", style("kind")), (line, style("note")))

    def _claims(self, claims: list[Claim], width: int) -> Iterator[RenderableType]:
        if not claims:
            return
        if width < 80 or self.view.detailed:
            yield Group(*(self._stacked(claim) for claim in claims))
            return
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_column(no_wrap=True, style=style("kind"))
        grid.add_column(ratio=3)
        grid.add_column(ratio=2)
        grid.add_column(ratio=2, style=style("note"))
        for claim in claims:
            place = Text(f"  {claim.line}:{claim.column}", style=style("place"))
            said = Text(clean(claim.text), style=style("claim"))
            grid.add_row(place, str(claim.kind), said, Text(value_of(claim)), Text(about(claim)))
        yield grid

    def _stacked(self, claim: Claim) -> RenderableType:
        lead = Text.assemble(
            (f"  {claim.line}:{claim.column}  ", style("place")),
            (f"{claim.kind}  ", style("kind")),
            (clean(claim.text), style("claim")),
        )
        rest = "  ".join(words for words in (value_of(claim), about(claim)) if words)
        below = [Text(rest)] if rest else []
        if self.view.detailed:
            below.append(self._sentence(claim))
        return Group(lead, *(Padding(words, (0, 0, 0, 7)) for words in below))

    def _sentence(self, claim: Claim) -> Text:
        source = self.lookup.source(claim.source)
        return Text("").join(
            Text(piece.text, style=style(piece.part)) for piece in excerpt(source, claim, (), WIDTH)
        )


def render_claims(report: Report, view: View) -> str:
    """The claims as plain text."""
    return as_text(TerminalExtract(report, view), view.width or TEXT_WIDTH)


def counted(source: Source, number: int) -> str:
    """``12 claims, published 2020-07-09``."""
    published = f", published {clean(source.published)}" if source.published else ""
    return f"{number} claim{'' if number == 1 else 's'}{published}"


def value_of(claim: Claim) -> str:
    """The normal form, unless it is the text itself."""
    value = clean(str(claim.value))
    return "" if value == clean(claim.text) else f"= {value}"


def about(claim: Claim) -> str:
    """``passengers hurt; according to the coast guard``."""
    parts = [clean(claim.subject or "")]
    if claim.attribution:
        parts.append(f"according to {clean(claim.attribution)}")
    return "; ".join(part for part in parts if part)
