"""The review over standard input and output, one line a decision.

For screen readers, scripts and dumb terminals. A line is a key and, where the key takes some,
words: ``a``, ``x not the same quake``, ``n call the ministry``, ``f conflict open``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.console import Console

from factdiff.errors import UsageError
from factdiff.model import Finding
from factdiff.report.lookup import Lookup
from factdiff.review.card import Card, help_text, key_line
from factdiff.review.desk import Desk
from factdiff.review.keys import Action


def review_plainly(
    desk: Desk,
    console: Console,
    lines: Iterator[str],
    edit: Callable[[Finding], None],
) -> None:
    """Show a finding, read a line, do it; until quit or the end of the input."""
    lookup = Lookup(desk.session.report)
    shown: str | None = None
    while True:
        finding = desk.finding
        if finding is None:
            console.print("no finding is shown; f all shows every one", highlight=False)
        elif finding.id != shown:
            console.print(f"{desk.session.progress()}", highlight=False)
            console.print(Card(desk, lookup, finding).at_width(console.width))
        shown = finding.id if finding is not None else None
        console.print(f"{key_line(desk)}? ", end="", markup=False, highlight=False)
        line = next(lines, None)
        if line is None or not _obey(desk, line, console, edit):
            console.print(desk.session.progress(), highlight=False)
            return
        if desk.findings and desk.finished:
            console.print("nothing is left open", highlight=False)


def _obey(desk: Desk, line: str, console: Console, edit: Callable[[Finding], None]) -> bool:
    """Do what a line says; False to stop."""
    key, words = line.strip()[:1], line.strip()[1:].strip()
    if not key:  # an empty line decides nothing and asks again
        return True
    action = desk.action_of(key)
    if action is Action.QUIT:
        return False
    try:
        said = _done(desk, action, words, edit)
    except UsageError as error:
        said = str(error)
    if said:
        console.print(said, markup=False, highlight=False)
    return True


def _done(
    desk: Desk, action: Action | int | None, words: str, edit: Callable[[Finding], None]
) -> str:
    if action is None:
        raise UsageError("that key does nothing here; h lists those that do")
    if action is Action.HELP:
        return help_text(desk)
    if action is Action.OPEN:
        if desk.finding is not None:
            edit(desk.finding)
        return ""
    return desk.do(action, words)
