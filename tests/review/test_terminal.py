"""The program itself, at a real pseudo-terminal: keys in, screen out, and the record behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time

import pytest

from factdiff.report.json import render
from factdiff.report.view import View
from factdiff.review.journal import open_journal
from tests.review.making import made_report

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
PATIENCE = 60  # seconds until a screen that does not come is a failure; a slow machine needs few


class Terminal:
    """factdiff on a pseudo-terminal of 80 by 24."""

    def __init__(self, *arguments):
        self.seen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24")
            os.execv(sys.executable, [sys.executable, "-m", "factdiff", *arguments])

    def until(self, words):
        end = time.monotonic() + PATIENCE
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} never came:\n{self.seen[-2000:]}"
            if select.select([self.fd], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.fd, 65536).decode("utf-8", "replace")
                except OSError:  # the program has gone
                    break
        self.seen = ""

    def press(self, keys):
        os.write(self.fd, keys.encode())

    def status(self):
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.json"
    path.write_text(render(made_report(), View()), "utf-8")
    return path


@pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
def test_decide_undo_quit_and_resume(report, tmp_path):
    kept = tmp_path / "kept.jsonl"
    first = Terminal("review", str(report), "--session", str(kept))
    first.until("0 of 3 decided")
    first.press("a")
    first.until("1 of 3")
    first.press("k")
    first.until("2 of 3")
    first.press("u")
    first.until("undone")
    first.press("q")
    assert first.status() == 0
    again = Terminal("review", str(report), "--session", str(kept))
    again.until("1 of 3 decided")
    again.press("q")
    assert again.status() == 0


@pytest.mark.filterwarnings("ignore:.*forkpty.*:DeprecationWarning")
def test_a_closed_terminal_keeps_what_was_decided(report, tmp_path):
    kept = tmp_path / "kept.jsonl"
    terminal = Terminal("review", str(report), "--session", str(kept))
    terminal.until("0 of 3 decided")
    terminal.press("b")
    terminal.until("1 of 3")
    os.kill(terminal.pid, signal.SIGKILL)
    terminal.status()
    assert [event.position for event in open_journal(kept, ()).events] == ["12 people"]


def test_a_report_is_reviewed_without_loading_spacy(report, tmp_path):
    script = (
        "import sys; from factdiff.cli.app import run;"
        f"status = run(['review', {str(report)!r}, '--plain', '--session', 'kept.jsonl']);"
        "sys.exit('spacy' in sys.modules or status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input="a\nq\n",
        cwd=tmp_path,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert "1 of 3 decided" in done.stdout


def test_without_a_terminal_it_says_what_to_do(report, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "factdiff", "review", str(report), "--session", str(tmp_path / "k")],
        stdin=subprocess.DEVNULL,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "--plain" in done.stderr


# one process that forks a hundred writers is a hundred times cheaper than a hundred interpreters
KILLER = """
import os, random, signal, sys, time
from pathlib import Path
from factdiff.review.decisions import Act, Choice
from factdiff.review.journal import open_journal

dice = random.Random(7)
for run in range(100):
    path = Path(sys.argv[1]) / f"{run}.jsonl"
    confirmed, told = os.pipe()
    pid = os.fork()
    if pid == 0:
        journal = open_journal(path, ())
        for number in range(100_000):
            journal.append(Act.DECIDE, f"f{number}", "t", choice=Choice.BOTH)
            os.write(told, b".")
    os.close(told)
    os.read(confirmed, 1)
    time.sleep(dice.random() / 50)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    count = 1
    while chunk := os.read(confirmed, 65536):
        count += len(chunk)
    os.close(confirmed)
    kept = [event.finding for event in open_journal(path, ()).events]
    assert kept == [f"f{n}" for n in range(len(kept))], (run, kept)
    assert len(kept) in (count, count + 1), (run, count, len(kept))
print("all kept")
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_hundred_kills_at_random_moments_lose_nothing_confirmed(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", KILLER, str(tmp_path)], check=False, capture_output=True, text=True
    )
    assert done.stdout == "all kept\n", done.stderr
