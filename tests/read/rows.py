"""Rows of the case tables of the reading room."""

from __future__ import annotations

from pathlib import Path

CASES = Path(__file__).parents[1] / "cases" / "read"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a tab-separated table; comments and empty lines are left out."""
    text = (CASES / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [tuple(line.split("\t")) for line in lines]


def known(cell: str) -> str | None:
    """What a cell says, None for ``-``."""
    return None if cell == "-" else cell
