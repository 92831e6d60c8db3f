"""Progress is shown to those who watch, and interrupted runs end quietly."""

from __future__ import annotations

import os
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from factdiff.cli import main
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


def test_interrupted_while_modules_are_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupting:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "factdiff.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "factdiff.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    with pytest.raises(SystemExit) as status:
        main()
    assert status.value.code == 130


def test_a_full_disk_behind_standard_output_is_told(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    code = (
        "import sys, factdiff.diff, factdiff.cli.claims; from factdiff.cli.app import run;"
        "from tests.report.made import ferry;"
        "factdiff.cli.claims.read_claims = factdiff.diff.report_of = lambda *a, **k: ferry();"
        f"sys.exit(run(['compare', {__file__!r}, {__file__!r}]))"
    )
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", code],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )
    assert done.returncode == 2
    assert done.stderr.startswith("factdiff: standard output cannot be written: ")
    assert done.stderr.count("\n") == 1


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("Nine boats sank.\n")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("factdiff.cli.claims.read_claims", interrupt)
    outcome = invoke(monkeypatch, "compare", "a.txt", "a.txt", "--output", "out.txt")
    assert outcome.status == 130
    assert outcome.out == ""
    assert not Path("out.txt").exists()
