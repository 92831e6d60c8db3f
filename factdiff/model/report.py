"""A whole comparison: who made it, of which sources, with which findings."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.model.claim import Claim
from factdiff.model.finding import Finding
from factdiff.model.source import Source
from factdiff.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Tool:
    """Who made a report: factdiff's version and the pipeline that read the sources."""

    version: str
    pipeline: str
    name: str = "factdiff"


@dataclass(frozen=True, slots=True)
class Check:
    """A draft and the sources it was held against, by their ids."""

    draft: str
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a comparison found. Findings are ordered worst first, then by place.

    ``checks`` tell which drafts were held against which sources; empty in a comparison of equals.
    ``notes`` tell what was not compared.
    """

    tool: Tool
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()

    @property
    def disputed(self) -> frozenset[str]:
        """The ids of the claims that stand in a conflict."""
        conflicts = (f.claims for f in self.findings if f.verdict is Verdict.CONFLICT)
        return frozenset().union(*conflicts)

    @property
    def summary(self) -> dict[Verdict, int]:
        """Number of findings per verdict; every verdict is a key."""
        return {v: sum(f.verdict is v for f in self.findings) for v in Verdict}
