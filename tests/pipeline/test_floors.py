"""Floors rise by themselves and fall only with a reason."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

pytest.importorskip("factdiff.training.floors", reason="the recipe is not in the wheel")

from factdiff.training.floors import SLACK, changed

START = "[floors]\nnames = 80.0\n[origins]\neach = 85.0\n[lowered]\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "floors.toml"
    found.write_text(START, encoding="utf8")
    return found


def floors(path: Path) -> dict[str, float]:
    found: dict[str, float] = tomllib.loads(path.read_text(encoding="utf8"))["floors"]
    return found


def test_a_better_figure_raises_the_floor(path: Path) -> None:
    assert changed(path, {"names": 82.0}, "") == ["names: raised from 80.0 to 81.7"]
    assert floors(path)["names"] == pytest.approx(82.0 - SLACK)


def test_a_worse_figure_leaves_the_floor_and_says_so(path: Path) -> None:
    (said,) = changed(path, {"names": 79.0}, "")
    assert "--because" in said
    assert floors(path)["names"] == 80.0


def test_a_reason_lowers_the_floor_and_is_kept(path: Path) -> None:
    changed(path, {"names": 79.0}, "smaller model")
    assert floors(path)["names"] == 78.7
    assert "smaller model" in path.read_text(encoding="utf8")


def test_the_same_figures_change_nothing(path: Path) -> None:
    changed(path, {"names": 82.0}, "")
    before = path.read_text(encoding="utf8")
    assert changed(path, {"names": 82.0}, "") == []
    assert path.read_text(encoding="utf8") == before
