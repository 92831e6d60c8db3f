"""From a report to standard output or a file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from rich.console import Console, RenderableType

from factdiff.errors import OutputError
from factdiff.report.formats import Format
from factdiff.report.theme import THEME
from factdiff.report.write import write_whole

Render = Callable[[], str]
Draw = Callable[[], RenderableType]


def default_format(output: Path | None) -> Format:
    """Colours for eyes, plain text for files and pipes."""
    return Format.TERMINAL if output is None and sys.stdout.isatty() else Format.TEXT


def check_target(output: Path | None) -> None:
    """Refuse a file that cannot be written before the work is done, not after."""
    if output is None:
        return
    if output.is_dir():
        raise OutputError(f"{output} is a directory; name a file in it")
    if not output.parent.is_dir():
        raise OutputError(f"{output} cannot be written: no folder {output.parent}; make it first")


def emit(name: Format, output: Path | None, width: int | None, draw: Draw, render: Render) -> None:
    """Put a report where it was asked for: ``draw`` for a console, ``render`` for all else."""
    if output is not None:
        write_whole(output, render())
    elif name is Format.TERMINAL:
        console(width).print(draw())
    else:
        sys.stdout.write(render())
        sys.stdout.flush()


def console(width: int | None = None) -> Console:
    """Standard output as rich sees it: no colour in pipes or under ``NO_COLOR``."""
    return Console(width=width, theme=THEME, highlight=False, markup=False, emoji=False)
