"""Nothing that was confirmed is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factdiff.errors import InputError, OutputError
from factdiff.review import journal as journal_module
from factdiff.review.decisions import Act, Choice, decisions_of
from factdiff.review.journal import Reviewed, header_of, open_journal

SOURCES = (Reviewed("a.txt", "news/a.txt", "aa"), Reviewed("b.txt", None, "bb"))
AT = "2026-01-02T03:04:05Z"


def test_a_journal_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "deep" / "review.jsonl"
    journal = open_journal(path, SOURCES)
    journal.append(Act.DECIDE, "f1", AT, choice=Choice.POSITION, position="Zhu “Hailun”\n")
    journal.append(Act.NOTE, "f2", AT, note="call the ministry")
    again = open_journal(path, SOURCES)
    assert again.events == journal.events
    assert header_of(path) == SOURCES


def test_undone_events_count_for_nothing(tmp_path):
    journal = open_journal(tmp_path / "r.jsonl", SOURCES)
    first = journal.append(Act.DECIDE, "f1", AT, choice=Choice.BOTH)
    second = journal.append(Act.DECIDE, "f1", AT, choice=Choice.CALL)
    journal.append(Act.UNDO, "f1", AT, undoes=second.number)
    assert decisions_of(journal.events)["f1"].choice is Choice.BOTH
    journal.append(Act.UNDO, "f1", AT, undoes=first.number)
    assert decisions_of(journal.events) == {}


def test_a_line_that_lacks_only_its_end_counts(tmp_path):
    path = tmp_path / "r.jsonl"
    journal = open_journal(path, SOURCES)
    journal.append(Act.DECIDE, "f1", AT, choice=Choice.BOTH)
    os.truncate(path, path.stat().st_size - 1)
    open_journal(path, SOURCES).append(Act.DECIDE, "f2", AT, choice=Choice.BOTH)
    again = open_journal(path, SOURCES)
    assert [(e.number, e.finding) for e in again.events] == [(1, "f1"), (2, "f2")]
    assert again.damaged == 0


@pytest.mark.parametrize("cut", [2, 5, 30])
def test_a_cut_tail_costs_only_itself(tmp_path, cut):
    path = tmp_path / "r.jsonl"
    journal = open_journal(path, SOURCES)
    journal.append(Act.DECIDE, "f1", AT, choice=Choice.BOTH)
    journal.append(Act.DECIDE, "f2", AT, choice=Choice.BOTH)
    os.truncate(path, path.stat().st_size - cut)
    again = open_journal(path, SOURCES)
    assert [event.finding for event in again.events] == ["f1"]
    again.append(Act.DECIDE, "f3", AT, choice=Choice.CALL)
    third = open_journal(path, SOURCES)
    assert [event.finding for event in third.events] == ["f1", "f3"]
    assert third.damaged == 1


def test_two_sessions_see_each_other_and_share_the_numbers(tmp_path):
    path = tmp_path / "r.jsonl"
    one, two = open_journal(path, SOURCES), open_journal(path, SOURCES)
    one.append(Act.DECIDE, "f1", AT, choice=Choice.BOTH)
    two.append(Act.DECIDE, "f2", AT, choice=Choice.BOTH)
    one.append(Act.DECIDE, "f3", AT, choice=Choice.BOTH)
    assert [event.number for event in open_journal(path, SOURCES).events] == [1, 2, 3]


def test_a_full_disk_is_said_and_leaves_the_record_whole(tmp_path, monkeypatch):
    path = tmp_path / "r.jsonl"
    journal = open_journal(path, SOURCES)
    journal.append(Act.DECIDE, "f1", AT, choice=Choice.BOTH)
    before = path.read_bytes()

    def half_then_full(path: Path, data: bytes) -> None:
        with path.open("ab") as file:
            file.write(data[:7])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal_module, "append_bytes", half_then_full)
    with pytest.raises(OutputError, match="No space left on device"):
        journal.append(Act.DECIDE, "f2", AT, choice=Choice.BOTH)
    assert path.read_bytes() == before


def test_another_file_is_refused(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("my notes\n")
    with pytest.raises(InputError, match="not a review journal"):
        open_journal(path, SOURCES)
    assert path.read_text() == "my notes\n"
