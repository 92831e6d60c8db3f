"""How statements relate: the rooms' judgements, and the findings made of them."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.model.claim import Evidence
from factdiff.model.words import Kind, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two claims relate, and why in one plain clause."""

    verdict: Verdict
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Position:
    """One of the different things the sources say, with who says it (ids) and where (claim ids).

    ``copied`` are sets of sources that say it in one and the same passage, word for word: each
    such set is one voice.
    """

    display: str
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    copied: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A room's verdict on a group: the reason is one plain sentence."""

    verdict: Verdict
    subject: str
    reason: str
    confidence: float
    positions: tuple[Position, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Suppression:
    """Somebody accepted a finding: ``inline`` beside the words, or in a ``baseline`` file."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of a report. ``internal``: one source contradicts itself."""

    id: str
    kind: Kind
    verdict: Verdict
    subject: str
    severity: Severity
    confidence: float
    message: str
    positions: tuple[Position, ...]
    evidence: tuple[Evidence, ...] = ()
    rejected: tuple[Evidence, ...] = ()
    internal: bool = False
    suppression: Suppression | None = None

    @property
    def claims(self) -> frozenset[str]:
        """The ids of all its claims."""
        return frozenset(claim for position in self.positions for claim in position.claims)
