"""What is being read just now, on standard error, for those who watch a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from factdiff.model import Source
from factdiff.report.clean import clean


@contextmanager
def reading(total: int, *, silent: bool = False) -> Iterator[Callable[[Source], None]]:
    """A callback to be told of each source before it is read; silent when not on a terminal."""
    if silent or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True, markup=False, highlight=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("loading the pipeline", total=total)
        started = iter(range(total))

        def tell(source: Source) -> None:
            done = next(started, total)
            progress.update(task, completed=done, description=f"reading {clean(source.name)[:40]}")

        yield tell
