"""What of a report is to be shown, and how wide."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.model import Finding, Severity, Verdict

ALWAYS = frozenset({Verdict.CONFLICT, Verdict.VARIANT, Verdict.COMPATIBLE})
TEXT_WIDTH = 100  # columns of the text format: the same on every machine
SIDE_BY_SIDE = 120  # columns from which sentences stand beside one another


@dataclass(frozen=True, slots=True)
class View:
    """The options of the formats.

    ``show`` holds the verdicts that are listed where people read; the others are counted, and
    with ``brief`` nothing else is told. ``root`` is the folder that paths are told from, ``inside``
    where relative paths start below it (empty for the root itself).
    ``detailed`` shows claims with their sentences.
    ``failing`` are the ids of the findings that fail the run; without it those of severity
    ``error`` do.
    """

    show: frozenset[Verdict] = ALWAYS
    width: int | None = None
    brief: bool = False
    root: str | None = None
    inside: str = ""
    failing: frozenset[str] | None = None
    detailed: bool = False

    def lists(self, finding: Finding) -> bool:
        """Whether this finding is listed rather than counted: what fails the run always is."""
        return finding.verdict in self.show or (self.failing is not None and self.fails(finding))

    def fails(self, finding: Finding) -> bool:
        """Whether this finding fails the run."""
        if finding.suppression is not None:
            return False
        if self.failing is None:
            return finding.severity is Severity.ERROR
        return finding.id in self.failing
