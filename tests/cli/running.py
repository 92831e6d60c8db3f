"""The command line run in this process, with what it printed and its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from factdiff.cli.app import run
from factdiff.model import Report

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str

    def as_snapshot(self, arguments: list[str]) -> str:
        return (
            f"$ factdiff {' '.join(arguments)}\nexit status {self.status}\n"
            f"--- standard output\n{self.out}--- standard error\n{self.err}"
        )


def invoke(monkeypatch: pytest.MonkeyPatch, *arguments: str, stdin: str = "") -> Outcome:
    out, err = StringIO(), StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin.encode())))
        status = run(arguments)
    return Outcome(status, out.getvalue(), err.getvalue())


def answer_with(monkeypatch: pytest.MonkeyPatch, make: Callable[[], Report]) -> None:
    """Let every comparison yield this report, whatever the sources: no pipeline is loaded."""
    monkeypatch.setattr("factdiff.cli.claims.read_claims", lambda *a, **k: make())
    monkeypatch.setattr("factdiff.diff.report_of", lambda *a, **k: make())


def hold(snapshot: str, text: str) -> None:
    """The text equals the snapshot; FACTDIFF_UPDATE_SNAPSHOTS=1 writes it anew."""
    path = SNAPSHOTS / snapshot
    if os.environ.get("FACTDIFF_UPDATE_SNAPSHOTS"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
