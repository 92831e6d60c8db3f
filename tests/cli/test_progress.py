"""Progress is shown to those who watch, and interrupted runs end quietly."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from factdiff.cli.progress import reading
from factdiff.model import Source
from tests.cli.running import invoke


class Screen(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "shows"), [(Screen, True), (StringIO, False)])
def test_progress_is_shown_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, stream: type[StringIO], shows: bool
) -> None:
    error = stream()
    monkeypatch.setattr(sys, "stderr", error)
    monkeypatch.setenv("TERM", "xterm")
    with reading(2) as tell:
        tell(Source(name="[red]a\x1b]0;x\x07.txt", text="x", sha256=""))
    shown = error.getvalue()
    assert ("reading" in shown) is shows
    assert "\x1b]0;x" not in shown
    if shows:
        assert "[red]a" in shown


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Nine boats sank.\n")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factdiff.cli.claims.read_claims", interrupt)
    outcome = invoke(monkeypatch, "compare", "a.txt", "a.txt", "--output", "out.txt")
    assert outcome.status == 130
    assert outcome.out == ""
    assert not Path("out.txt").exists()
