"""The policy file, found upwards: ``factdiff.toml``, or ``[tool.factdiff]`` in a pyproject."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from factdiff.errors import InputError

OWN = "factdiff.toml"
SHARED = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A policy file as written: nothing in it is checked yet."""

    path: Path
    table: Mapping[str, object] = field(default_factory=dict)


def find_policy(start: Path) -> PolicyFile | None:
    """The nearest policy file in ``start`` or a folder above it, or None.

    In one folder ``factdiff.toml`` wins; a ``pyproject.toml`` counts only with a
    ``[tool.factdiff]`` table. Raises ``InputError`` for a file that cannot be read as TOML.
    """
    for folder in (start.resolve(), *start.resolve().parents):
        own = folder / OWN
        if own.is_file():
            return PolicyFile(own, read_toml(own))
        shared = folder / SHARED
        if shared.is_file():
            table = _tool_table(read_toml(shared))
            if table is not None:
                return PolicyFile(shared, table)
    return None


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as plain data."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not TOML: {error}") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise InputError(f"{path} cannot be read: {reason}") from None


def _tool_table(document: Mapping[str, object]) -> Mapping[str, object] | None:
    tool = document.get("tool")
    table = tool.get("factdiff") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None
