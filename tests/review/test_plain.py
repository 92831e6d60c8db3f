"""The review over standard input and output."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from factdiff.report.theme import THEME
from factdiff.review.desk import Desk, describe
from factdiff.review.journal import open_journal
from factdiff.review.keys import default_keys
from factdiff.review.plain import review_plainly
from factdiff.review.session import Session
from tests.cli.running import hold
from tests.review.making import made_report


def review(path, *lines):
    session = Session(made_report(), open_journal(path, ()), clock=lambda: "t")
    desk = Desk(session, default_keys())
    out = StringIO()
    console = Console(file=out, width=80, theme=THEME, color_system=None)
    opened: list[str] = []
    review_plainly(desk, console, iter(lines), lambda finding: opened.append(finding.id))
    return desk, out.getvalue(), opened


def test_snapshot(tmp_path):
    _, shown, _ = review(tmp_path / "r.jsonl", "a\n", "x a typing slip\n", "q\n")
    hold("review/plain.txt", "\n".join(line.rstrip() for line in shown.splitlines()) + "\n")


def test_words_behind_the_key_are_the_note(tmp_path):
    desk, _, _ = review(tmp_path / "r.jsonl", "x a typing slip\n")
    assert describe(desk.session.decisions["f0"]) == "not an issue (note: a typing slip)"


def test_the_end_of_the_input_keeps_what_was_decided(tmp_path):
    review(tmp_path / "r.jsonl", "a\n")
    desk, shown, _ = review(tmp_path / "r.jsonl")
    assert desk.session.decisions["f0"].position == "10 people"
    assert shown.endswith("1 of 3 decided, 1 open conflict\n")


def test_an_unknown_key_says_so_and_an_empty_line_asks_again(tmp_path):
    desk, shown, _ = review(tmp_path / "r.jsonl", "z\n", "\n")
    assert shown.count("that key does nothing here; h lists those that do") == 1
    assert shown.count("q  quit; everything is kept") == 0
    assert desk.session.decisions == {}


def test_a_filter_that_lets_nothing_through_says_how_to_get_back(tmp_path):
    _, shown, _ = review(tmp_path / "r.jsonl", "f quote\n", "f all\n")
    assert "no finding is shown; f all shows every one" in shown
    assert "nothing is left open" not in shown
    assert "3 findings shown" in shown


def test_open_calls_the_editor_on_the_finding_on_top(tmp_path):
    _, _, opened = review(tmp_path / "r.jsonl", "j\n", "o\n")
    assert opened == ["f1"]
