"""The last report, kept in the user's cache folder so that ``factdiff explain ID`` finds it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_cache_path

from factdiff.cli.output import Target, emit_report
from factdiff.errors import OutputError, UsageError
from factdiff.model import Report
from factdiff.report.json import render
from factdiff.report.load import load_report
from factdiff.report.view import View
from factdiff.report.write import write_whole


def last_path() -> Path:
    """Where the last report is kept."""
    return user_cache_path("factdiff", appauthor=False) / "last-report.json"


def keep_last(report: Report) -> None:
    """Keep a report for ``explain``; a home that cannot be written to is no reason to fail."""
    path = last_path()
    with contextlib.suppress(OSError, OutputError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(path, render(report, View()))
        path.chmod(0o600)  # it holds the articles


def deliver(report: Report, targets: Sequence[Target], view: View, *, keep: bool) -> None:
    """Put a report where it was asked for, and keep it for ``explain`` unless told not to."""
    emit_report(report, targets, view)
    if keep:
        keep_last(report)


def last_report() -> Report:
    """The report of the last comparison. Raises ``UsageError`` when there is none."""
    path = last_path()
    if not path.is_file():
        raise UsageError(
            "no report is kept here yet; run factdiff compare first, or name one with --report"
        )
    return load_report(path)
