"""What of a report is to be shown, and how wide."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.model import Finding, Verdict

ALWAYS = frozenset({Verdict.CONFLICT, Verdict.VARIANT, Verdict.COMPATIBLE})
TEXT_WIDTH = 100  # columns of the text format: the same on every machine
SIDE_BY_SIDE = 120  # columns from which sentences stand beside one another


@dataclass(frozen=True, slots=True)
class View:
    """The options of the formats that people read; the machine formats always tell all.

    ``show`` holds the verdicts that are listed; the others are counted.
    """

    show: frozenset[Verdict] = ALWAYS
    width: int | None = None

    def lists(self, finding: Finding) -> bool:
        """Whether this finding is listed rather than counted."""
        return finding.verdict in self.show
