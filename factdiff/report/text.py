"""The terminal's report without colours, for pipes and files: the same bytes on every machine."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType

from factdiff.model import Report
from factdiff.report.terminal import TerminalReport
from factdiff.report.theme import THEME
from factdiff.report.view import TEXT_WIDTH, View


def render(report: Report, view: View) -> str:
    """The report as plain text, ``view.width`` or 100 columns wide."""
    return as_text(TerminalReport(report, view), view.width or TEXT_WIDTH)


def as_text(renderable: RenderableType, width: int) -> str:
    """Any renderable as plain text, with no escape sequence and no space at the end of a line."""
    console = Console(
        file=StringIO(),
        width=width,
        color_system=None,
        force_terminal=False,
        force_jupyter=False,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        console.print(renderable)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()).rstrip("\n") + "\n"
