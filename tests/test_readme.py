"""What README.md shows is what a reader gets: commands, the session, the Python example."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from factdiff.cli.app import run
from factdiff.kinds.rooms import ROOMS
from factdiff.model import Verdict
from factdiff.report.formats import Format

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def block(mark: str) -> str:
    """The fenced block below the comment that begins with ``mark``."""
    match = _block(mark).search(README.read_text(encoding="utf-8"))
    assert match, f"README.md has no block after <!-- {mark} … -->"
    return match["text"]


def hold(mark: str, text: str) -> None:
    """The block equals the text; FACTDIFF_UPDATE_SNAPSHOTS=1 writes it anew."""
    if os.environ.get("FACTDIFF_UPDATE_SNAPSHOTS"):
        readme = README.read_text(encoding="utf-8")
        new = _block(mark).sub(lambda m: f"{m['fence']}{text}```", readme, count=1)
        README.write_text(new, encoding="utf-8", newline="\n")
    assert block(mark) == text


def _block(mark: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<fence><!-- {re.escape(mark)}[^\n]*-->\n```\w+\n)(?P<text>.*?)```", re.DOTALL
    )


@pytest.fixture
def at_root(monkeypatch, tmp_path, nlp):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda name=None: nlp)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))  # where the last report is kept


def test_the_session_is_what_the_command_prints(at_root, monkeypatch):
    comment = re.search(r"<!-- session: factdiff (.+?) -->", README.read_text(encoding="utf-8"))
    out = StringIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", out)
        assert run(shlex.split(comment[1])) == 0
    hold("session:", out.getvalue())


def test_the_python_example_prints_what_is_shown(at_root):
    out = StringIO()
    with redirect_stdout(out):
        exec(compile(block("python"), "README.md", "exec"), {})
    hold("output", out.getvalue())


def test_the_first_command_compares_articles_that_are_here():
    command = block("command: use").strip()
    assert "\n" not in command
    words = command.split("factdiff compare ")[1].split()
    assert len(words) >= 2
    assert all((ROOT / word).is_file() for word in words)


def test_every_kind_verdict_and_format_is_explained():
    text = README.read_text(encoding="utf-8")
    words = [kind for room in ROOMS for kind in room.kinds] + list(Verdict) + list(Format)
    assert [word for word in words if f"`{word}`" not in text] == []


def test_every_file_that_is_named_exists():
    text = README.read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#:]+)\)", text)
    named = re.findall(r"`((?:factdiff|tests|samples)/[\w./-]+)`", text)
    assert linked
    assert [path for path in (*linked, *named) if not (ROOT / path).exists()] == []


def test_continuous_integration_runs_the_second_command():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    awk = re.search(r"awk '(.+?)' ", script)
    done = subprocess.run(
        ["awk", awk[1], str(README)], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == block("command: test").strip()
    assert done.stdout.count("\n") == 1
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
