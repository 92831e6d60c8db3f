"""What the keys do, without any screen."""

from __future__ import annotations

import pytest

from factdiff.errors import UsageError
from factdiff.model import Kind, Verdict
from factdiff.review.decisions import Choice
from factdiff.review.desk import Desk, describe, parse_filter
from factdiff.review.journal import open_journal
from factdiff.review.keys import Action, default_keys, keys_with
from factdiff.review.session import Session
from tests.review.making import ROWS, made_report


@pytest.fixture
def path(tmp_path):
    return tmp_path / "review.jsonl"


def desk_at(path, report=None):
    session = Session(report or made_report(), open_journal(path, ()), clock=lambda: "t")
    return Desk(session, default_keys())


def press(desk, *keys):
    for key in keys:
        action = desk.action_of(key)
        assert action is not None, key
        desk.do(action)


def live(desk):
    return {key.key for key in desk.live_keys()}


def test_one_key_decides_and_the_next_open_finding_lies_on_top(path):
    desk = desk_at(path)
    press(desk, "a")
    assert describe(desk.session.decisions["f0"]) == "right: 10 people"
    assert desk.finding.id == "f1"
    press(desk, "k", "2")
    assert desk.finished
    assert describe(desk.session.decisions["f2"]) == "right: $4 million"


def test_a_hundred_findings_take_a_hundred_keys(path):
    report = made_report(rows=[ROWS[0]] * 100)
    desk = desk_at(path, report)
    press(desk, *"abkx" * 25)
    assert desk.finished


def test_tomorrow_begins_at_the_first_open_finding(path):
    press(desk_at(path), "j", "b")
    again = desk_at(path)
    assert again.finding.id == "f0"
    assert again.session.progress() == "1 of 3 decided, 2 open conflicts"


def test_undo_goes_back_as_often_as_wanted_and_shows_what_it_undid(path):
    desk = desk_at(path)
    press(desk, "a", "b", "u")
    assert desk.finding.id == "f1"
    press(desk, "u")
    assert desk.finding.id == "f0"
    assert desk.session.decisions == {}
    with pytest.raises(UsageError, match="nothing to undo"):
        press(desk, "u")


def test_deciding_under_a_filter_for_open_findings_skips_none(path):
    desk = desk_at(path)
    desk.do(Action.FILTER, "open")
    press(desk, "a")
    assert desk.finding.id == "f1"
    press(desk, "a")
    assert desk.finding.id == "f2"


def test_a_note_does_not_decide(path):
    desk = desk_at(path)
    desk.do(Action.NOTE, "ask the mayor")
    assert describe(desk.session.decisions["f0"]) == "open (note: ask the mayor)"
    press(desk, "?")
    assert desk.session.decisions["f0"].choice is Choice.CALL
    assert desk.session.decisions["f0"].note == "ask the mayor"


def test_search_and_filter_narrow_what_is_shown(path):
    desk = desk_at(path)
    assert desk.do(Action.SEARCH, "ANNE") == "1 finding shown"
    assert desk.finding.id == "f1"
    desk.do(Action.SEARCH, "")
    desk.do(Action.FILTER, "conflict money")
    assert [f.id for f in desk.findings] == ["f2"]


def test_only_keys_that_work_now_are_listed(path):
    desk = desk_at(path)
    assert "u" not in live(desk)
    press(desk, "a")
    assert "u" in live(desk)
    desk.do(Action.SEARCH, "no such words")
    assert live(desk) == {"/", "f", "h", "q", "u"}


def test_a_position_that_is_not_there_is_refused(path):
    desk = desk_at(path)
    with pytest.raises(UsageError, match="2 positions"):
        press(desk, "7")
    assert desk.session.decisions == {}


@pytest.mark.parametrize(
    ("words", "kinds", "verdicts", "open_only"),
    [
        ("", None, None, False),
        ("all", None, None, False),
        ("person, place", {Kind.PERSON, Kind.PLACE}, None, False),
        ("conflict open", None, {Verdict.CONFLICT}, True),
    ],
)
def test_filter_words(words, kinds, verdicts, open_only):
    only = parse_filter(words)
    assert (only.kinds, only.verdicts, only.open_only) == (kinds, verdicts, open_only)


def test_unknown_filter_words_are_refused():
    with pytest.raises(UsageError, match="'persons'"):
        parse_filter("persons")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"frist": "a"}, "no action 'frist'"),
        ({"first": "ab"}, "one character"),
        ({"first": "1"}, "no digit"),
        ({"first": "b"}, "both first and second"),
    ],
)
def test_keys_that_cannot_be_are_refused(changes, message):
    with pytest.raises(UsageError, match=message):
        keys_with(changes)


def test_keys_can_be_changed():
    keys = {str(key.action): key.key for key in keys_with({"call": "c"})}
    assert keys["call"] == "c"
    assert len(keys) == len(Action)
