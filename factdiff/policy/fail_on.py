"""Which findings fail a run: ``--fail-on conflict``, ``--fail-on count=variant``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from factdiff.errors import UsageError
from factdiff.model import Finding, Kind, Verdict
from factdiff.policy.nearest import unknown


class Level(StrEnum):
    """How much it takes to fail a run."""

    NEVER = "never"
    CONFLICT = "conflict"
    VARIANT = "variant"
    COMPATIBLE = "compatible"
    UNSUPPORTED = "unsupported"


_WORST = frozenset({Verdict.CONFLICT, Verdict.VARIANT})
FAILS: Mapping[Level, frozenset[Verdict]] = MappingProxyType(
    {
        Level.NEVER: frozenset(),
        Level.CONFLICT: frozenset({Verdict.CONFLICT}),
        Level.VARIANT: _WORST,
        # two ways to be stricter: every difference in precision, or every unsupported statement
        Level.COMPATIBLE: _WORST | {Verdict.COMPATIBLE},
        Level.UNSUPPORTED: _WORST | {Verdict.SINGLE},
    }
)


@dataclass(frozen=True, slots=True)
class FailOn:
    """The level that holds for every kind, and the kinds for which another one holds."""

    level: Level = Level.NEVER
    kinds: Mapping[Kind, Level] = field(default_factory=dict)

    def reaches(self, finding: Finding) -> bool:
        """Whether this finding fails the run; an accepted one never does."""
        level = self.kinds.get(finding.kind, self.level)
        return finding.suppression is None and finding.verdict in FAILS[level]


def parse_fail_on(
    words: Iterable[str], default: FailOn | None = None, where: str = "--fail-on"
) -> FailOn:
    """Read ``conflict`` and ``count=variant`` over ``default``; a later word wins.

    Raises ``UsageError`` that names the nearest known word.
    """
    start = default or FailOn()
    level, kinds = start.level, dict(start.kinds)
    for word in words:
        left, equals, right = word.partition("=")
        if equals:
            kinds[kind_of(left, where)] = _level(right, where)
        else:
            level = _level(left, where)
    return FailOn(level, kinds)


def kind_of(word: str, where: str) -> Kind:
    """The kind with this name. Raises ``UsageError`` with the nearest one."""
    if word not in list(Kind):
        raise UsageError(unknown(where, word, list(Kind)))
    return Kind(word)


def _level(word: str, where: str) -> Level:
    if word not in list(Level):
        raise UsageError(unknown(where, word, list(Level)))
    return Level(word)
