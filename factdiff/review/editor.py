"""Open a source at a line in the reviewer's own editor."""

from __future__ import annotations

import os
import shlex
import subprocess

from factdiff.errors import UsageError
from factdiff.model import Finding, Report


def editor_command(report: Report, finding: Finding, editor: str) -> list[str]:
    """The command that opens the finding's first source at its line: ``vi +12 news/a.txt``.

    ``+LINE FILE`` is what vi, emacs, nano and most others take. Raises ``UsageError`` when
    no editor is set or the source is no file (standard input).
    """
    if not editor:
        raise UsageError("no editor: set $EDITOR")
    claims = {claim.id: claim for claim in report.claims}
    claim = claims[finding.positions[0].claims[0]]
    source = next(source for source in report.sources if source.id == claim.source)
    if source.path is None:
        raise UsageError(f"{source.name} was read from standard input, there is no file to open")
    # a path that begins with a dash must not be read as an option
    path = source.path if not source.path.startswith("-") else f"./{source.path}"
    return [*shlex.split(editor), f"+{claim.line}", path]


def open_editor(report: Report, finding: Finding) -> None:
    """Run the editor and wait for it. Raises ``UsageError`` when it cannot be run."""
    command = editor_command(
        report, finding, os.environ.get("VISUAL") or os.environ.get("EDITOR", "")
    )
    try:
        subprocess.run(command, check=False)  # noqa: S603  the user's own editor
    except OSError as error:
        raise UsageError(f"cannot run {command[0]!r} ({error.strerror}); set $EDITOR") from error
