"""What holds for one draft, gathered from the policy file and the command line."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdiff.model import Finding, Kind
from factdiff.policy.fail_on import FailOn, Level
from factdiff.settings import DEFAULTS, Alias, Settings


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for a draft. ``kinds`` are those that are checked at all."""

    fail_on: FailOn = field(default_factory=lambda: FailOn(Level.CONFLICT))
    kinds: frozenset[Kind] = frozenset(Kind)
    min_confidence: float = 0.0
    settings: Settings = DEFAULTS

    @property
    def aliases(self) -> tuple[Alias, ...]:
        """House style for names."""
        return self.settings.aliases

    def cover(self, finding: Finding) -> bool:
        """Whether a finding is told at all."""
        return finding.kind in self.kinds and finding.confidence >= self.min_confidence
