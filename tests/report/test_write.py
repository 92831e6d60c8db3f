"""Files appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factdiff.errors import OutputError
from factdiff.report.write import write_whole


def test_new_file_gets_usual_rights(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    write_whole(path, "naïve\n")
    assert path.read_bytes() == "naïve\n".encode()
    plain = tmp_path / "plain"
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode
    assert sorted(path.name for path in tmp_path.iterdir()) == ["plain", "report.txt"]


def test_old_file_keeps_its_rights_and_a_link_is_followed(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o640)
    link = tmp_path / "link"
    link.symlink_to(path)
    write_whole(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("name", ["", "missing/report.txt", "a\x00b"])
def test_refused_in_one_line(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as raised:
        write_whole(f"{tmp_path}/{name}", "text")
    assert "\n" not in str(raised.value)


def test_devices_are_written_to() -> None:
    write_whole("/dev/null", "text")
    assert not Path("/dev/null").is_file()
