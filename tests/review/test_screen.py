"""The full screen, driven as a person would, without a terminal."""

from __future__ import annotations

import asyncio

import pytest
from textual.widgets import OptionList

from factdiff.review.desk import Desk, describe
from factdiff.review.journal import open_journal
from factdiff.review.keys import default_keys
from factdiff.review.screen import ReviewScreen
from factdiff.review.session import Session
from tests.cli.running import hold
from tests.review.making import ROWS, made_report


def screen_at(path, report=None, edit=lambda finding: None):
    session = Session(report or made_report(), open_journal(path, ()), clock=lambda: "t")
    return ReviewScreen(Desk(session, default_keys()), edit)


def drawn(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip).rstrip() for strip in strips) + "\n"


def drive(app, *keys, size=(80, 24)):
    """Press keys, one after another, and return what is then on the screen."""

    async def run():
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
            await pilot.pause()
            return drawn(app)

    return asyncio.run(run())


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 50)])
def test_snapshots(tmp_path, size):
    shown = drive(screen_at(tmp_path / "r.jsonl"), "a", size=size)
    hold(f"review/{size[0]}x{size[1]}.txt", shown)


def test_a_hundred_findings_take_a_hundred_and_one_keys(tmp_path):
    app = screen_at(tmp_path / "r.jsonl", made_report(rows=[ROWS[0]] * 100))
    drive(app, *"ab" * 50, "q")
    assert app.desk.session.progress() == "100 of 100 decided, 0 open conflicts"
    assert app.return_code == 0


def test_undo_and_resume(tmp_path):
    drive(screen_at(tmp_path / "r.jsonl"), "a", "x", "u", "q")
    app = screen_at(tmp_path / "r.jsonl")
    assert "Ann Lee" in drive(app)
    assert app.desk.session.progress() == "1 of 3 decided, 1 open conflict"


def test_a_note_is_typed_into_the_line_of_words(tmp_path):
    app = screen_at(tmp_path / "r.jsonl")
    drive(app, "n", *"quiz", "enter", "a")
    assert describe(app.desk.session.decisions["f0"]) == "right: 10 people (note: quiz)"


def test_escape_leaves_the_line_of_words_without_a_note(tmp_path):
    app = screen_at(tmp_path / "r.jsonl")
    drive(app, "n", *"quit", "escape", "k")
    assert describe(app.desk.session.decisions["f0"]) == "both may stand"


def test_filter_and_search(tmp_path):
    app = screen_at(tmp_path / "r.jsonl")
    assert "cost" in drive(app, "f", *"money", "enter")
    assert "no finding is shown" in drive(screen_at(tmp_path / "s.jsonl"), "/", *"zzz", "enter")


def test_what_cannot_be_done_is_said_and_decides_nothing(tmp_path):
    app = screen_at(tmp_path / "r.jsonl")
    assert "this finding has 2 positions" in drive(app, "9")
    assert app.desk.session.decisions == {}


def test_a_click_in_the_list_moves_there(tmp_path):
    app = screen_at(tmp_path / "r.jsonl")

    async def run():
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            await pilot.click(OptionList, offset=(5, 2))
            await pilot.pause()
            assert app.desk.finding.id == "f2"
            await pilot.resize_terminal(80, 24)
            await pilot.pause()
            assert "$3 million" in drawn(app)
            assert not app.query_one(OptionList).display

    asyncio.run(run())


def test_hostile_article_text_is_text(tmp_path):
    rows = [(*ROWS[0][:2], "[red]x[/red]\x1b[31m", "10 people", "12 people")]
    shown = drive(screen_at(tmp_path / "r.jsonl", made_report(rows=rows)))
    assert "[red]x[/red]" in shown
    assert "\x1b" not in shown
