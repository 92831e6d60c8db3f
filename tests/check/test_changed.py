"""Lines that git says have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdiff.check.changed import changed_lines
from factdiff.errors import UsageError
from tests.check.newsroom import git


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q")
    Path("draft.md").write_text("one\ntwo\nthree\nfour\n")
    git("add", "draft.md")
    git("commit", "-q", "-m", "draft")


def touched(name: str, lines: int) -> list[int]:
    changed = changed_lines(name, "HEAD")
    return [line for line in range(1, lines + 1) if changed.touches(line, line)]


def test_nothing_changed() -> None:
    assert touched("draft.md", 5) == []


def test_changed_added_and_removed_lines() -> None:
    Path("draft.md").write_text("one\nTWO\nthree\nfour\nfive\nsix\n")
    assert touched("draft.md", 7) == [2, 5, 6]
    Path("draft.md").write_text("one\nthree\nfour\n")
    assert touched("draft.md", 4) == []


def test_a_new_file_has_changed_everywhere() -> None:
    Path("new.md").write_text("one\n")
    assert touched("new.md", 3) == [1, 2, 3]


def test_names_are_taken_literally() -> None:
    Path(":(glob)*.md").write_text("one\n")
    assert touched(":(glob)*.md", 1) == [1]


@pytest.mark.parametrize("revision", ["nonesuch", "--output=stolen", "HEAD; touch stolen", ""])
def test_unknown_revisions_are_refused(revision: str) -> None:
    with pytest.raises(UsageError, match="changed-since"):
        changed_lines("draft.md", revision)
    assert not Path("stolen").exists()


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "draft.md").write_text("one\n")
    monkeypatch.setenv("GIT_DIR", str(outside / "none"))
    with pytest.raises(UsageError, match="repository"):
        changed_lines(str(outside / "draft.md"), "HEAD")
