"""Which findings fail a run: ``--fail-on conflict``, ``--fail-on count=variant``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from factdiff.errors import UsageError
from factdiff.model import Finding, Kind, Verdict
from factdiff.policy.nearest import unknown


class Level(StrEnum):
    """From the least demanding to the most; each includes those before it but ``never``."""

    NEVER = "never"
    CONFLICT = "conflict"
    VARIANT = "variant"
    COMPATIBLE = "compatible"


# the verdicts that a level fails on, besides those of the levels before it
_ORDER = (Verdict.CONFLICT, Verdict.VARIANT, Verdict.COMPATIBLE)


@dataclass(frozen=True, slots=True)
class FailOn:
    """The level that holds for every kind, and the kinds for which another one holds."""

    level: Level = Level.NEVER
    kinds: Mapping[Kind, Level] = field(default_factory=dict)

    def reaches(self, finding: Finding) -> bool:
        """Whether this finding fails the run."""
        return finding.verdict in verdicts_of(self.kinds.get(finding.kind, self.level))


def verdicts_of(level: Level) -> frozenset[Verdict]:
    """The verdicts that fail a run at this level."""
    if level is Level.NEVER:
        return frozenset()
    return frozenset(_ORDER[: _ORDER.index(Verdict(level)) + 1])


def parse_fail_on(words: Iterable[str], default: Level = Level.NEVER) -> FailOn:
    """Read ``conflict`` and ``count=variant``; a later word wins over an earlier one.

    Raises ``UsageError`` that names the nearest known word.
    """
    level, kinds = default, {}
    for word in words:
        left, equals, right = word.partition("=")
        if equals:
            kinds[_kind(left)] = _level(right)
        else:
            level = _level(left)
    return FailOn(level, kinds)


def _level(word: str) -> Level:
    if word not in list(Level):
        raise UsageError(unknown("--fail-on", word, list(Level)))
    return Level(word)


def _kind(word: str) -> Kind:
    if word not in list(Kind):
        raise UsageError(unknown("--fail-on", word, list(Kind)))
    return Kind(word)
