"""From a report to standard output and to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console, RenderableType

from factdiff.errors import OutputError, UsageError
from factdiff.model import Report, Verdict
from factdiff.policy.nearest import unknown
from factdiff.report.formats import Format
from factdiff.report.theme import THEME
from factdiff.report.view import View
from factdiff.report.write import write_whole

FOR_EYES = frozenset({Format.TERMINAL, Format.TEXT})
Render = Callable[[Format], str]
Draw = Callable[[], RenderableType]


@dataclass(frozen=True, slots=True)
class Target:
    """A format and the file it goes to; None is standard output."""

    format: Format
    path: Path | None


def targets_of(words: Sequence[str], output: Path | None) -> list[Target]:
    """What ``--format`` and ``--output`` ask for, checked before any work is done.

    Raises ``UsageError`` for unknown formats and for two on standard output, ``OutputError`` for
    files that cannot be written.
    """
    targets = [_target(word) for word in words] or [Target(_default(output), None)]
    bare = [target for target in targets if target.path is None]
    if len(bare) > 1:
        both = f"{bare[0].format} and {bare[1].format}"
        raise UsageError(
            f"--format: {both} would share one place; write --format {bare[0].format}=FILE"
        )
    if output is not None:
        if not bare:
            raise UsageError("--output: every --format has a file already; leave it out")
        targets = [Target(t.format, t.path or output) for t in targets]
    paths = [target.path for target in targets if target.path is not None]
    for path in paths:
        check_target(path)
    if len(set(paths)) < len(paths):
        raise UsageError("--format: two formats are to be written to one file; name two")
    return targets


def _target(word: str) -> Target:
    name, equals, path = word.partition("=")
    if name not in list(Format):
        raise UsageError(unknown("--format", name, list(Format)))
    if equals and not path:
        raise UsageError(f"--format: {word} names no file; write {name}=FILE")
    return Target(Format(name), Path(path) if path else None)


def _default(output: Path | None) -> Format:
    """Colours for eyes, plain text for files and pipes."""
    return Format.TERMINAL if output is None and sys.stdout.isatty() else Format.TEXT


def check_target(path: Path | None) -> None:
    """Refuse a file that cannot be written before the work is done, not after."""
    if path is None:
        return
    if path.is_dir():
        raise OutputError(f"{path} is a directory; name a file in it")
    if not path.parent.is_dir():
        raise OutputError(
            f"{path} cannot be written: there is no folder {path.parent}; make it first"
        )


def emit(targets: Sequence[Target], width: int | None, draw: Draw, render: Render) -> None:
    """Put a report where it was asked for: ``draw`` for a console, ``render`` for all else."""
    for target in sorted(targets, key=lambda target: target.path is None):  # files first
        if target.path is not None:
            write_whole(target.path, render(target.format))
            continue
        try:
            if target.format is Format.TERMINAL:
                console(width).print(draw())
            else:
                sys.stdout.write(render(target.format))
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:  # a full disk behind `factdiff … > file`
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            reason = error.strerror or "unknown"
            raise OutputError(f"standard output cannot be written: {reason}") from None


def emit_report(report: Report, targets: Sequence[Target], view: View) -> None:
    """Put a report where it was asked for; a quiet view that lists nothing prints no empty page."""
    from factdiff.report.formats import renderer
    from factdiff.report.terminal import TerminalReport

    if view.brief and not any(map(view.lists, report.findings)):
        targets = [t for t in targets if t.path is not None or t.format not in FOR_EYES]
    emit(
        targets,
        view.width,
        lambda: TerminalReport(report, view),
        lambda name: renderer(name)(report, view),
    )


def view_of(
    listed: frozenset[Verdict], width: int | None, quiet: bool, failing: frozenset[str] | None
) -> View:
    """What of a report is shown, with paths as a build service wants them."""
    root, inside = told_from()
    return View(listed, width, quiet, root, inside, failing)


def told_from() -> tuple[str, str]:
    """The folder that paths in reports start from, and the working folder seen from there.

    A build service reads annotations from the root of the repository that it checked out, also
    when a job works in a folder below it; elsewhere it is the working folder.
    """
    here = Path.cwd()
    for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        root = Path(os.environ.get(name) or "/dev/null")
        if root.is_dir() and here != root and here.is_relative_to(root):
            return str(root), str(here.relative_to(root))
    return str(here), ""


def console(width: int | None = None) -> Console:
    """Standard output as rich sees it: no colour in pipes or under ``NO_COLOR``."""
    return Console(width=width, theme=THEME, highlight=False, markup=False, emoji=False)
