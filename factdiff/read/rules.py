"""The rules of ``furniture.toml``, read once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_LONGEST = 900  # characters: no furniture paragraph is longer
_SPEECH = re.compile(r"\b(?:said|told)\b", re.IGNORECASE)
ZONES = frozenset({"any", "top", "end", "edge"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape of page furniture, with the examples that it is held to."""

    reason: str
    pattern: re.Pattern[str]
    examples: tuple[str, ...]
    body: tuple[str, ...]
    where: str = "any"
    unnamed: bool = False
    speech: bool = False
    after: str | None = None

    def takes(self, words: str, body: str = "") -> bool:
        """Whether the paragraph is furniture by this rule; ``body`` is the text above it.

        "Follow him, the judge told officers" is body: furniture reports no speech.
        """
        if len(words) > _LONGEST or (not self.speech and _SPEECH.search(words)):
            return False
        match = self.pattern.fullmatch(words)
        return match is not None and not (
            self.unnamed and match["person"].split()[-1].rstrip(".,") in body
        )


@cache
def paragraph_rules() -> tuple[Rule, ...]:
    """Rules for whole paragraphs, in the order of the file."""
    return _rules("rule")


@cache
def inline_rules() -> tuple[Rule, ...]:
    """Rules for stretches inside a paragraph, in the order of the file."""
    return _rules("inline")


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((files(__package__) / "furniture.toml").read_text(encoding="utf-8"))


def _rules(kind: str) -> tuple[Rule, ...]:
    words: dict[str, str] = {}
    for name, pattern in _table()["words"].items():
        words[name] = _filled(pattern, words)
    return tuple(_rule(row, words) for row in _table()[kind])


def _rule(row: Mapping[str, Any], words: Mapping[str, str]) -> Rule:
    where = row.get("where", "any")
    if where not in ZONES:
        raise ValueError(f"furniture.toml: where = {where!r}; allowed are {sorted(ZONES)}")
    return Rule(
        reason=row["reason"],
        pattern=re.compile(_filled(row["pattern"], words), re.IGNORECASE),
        examples=tuple(row["examples"]),
        body=tuple(row["body"]),
        where=where,
        unnamed=row.get("unnamed", False),
        speech=row.get("speech", False),
        after=row.get("after"),
    )


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """The pattern with ``{name}`` replaced by the entry of [words]; ``{2,5}`` stays."""
    return re.sub(r"\{([a-z_]+)\}", lambda m: words[m[1]], pattern)
