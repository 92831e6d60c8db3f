"""A review without any screen: which findings there are, what was decided, what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from factdiff.errors import UsageError
from factdiff.model import Finding, Kind, Report, Verdict
from factdiff.review.decisions import Act, Choice, Decision, Event, decisions_of
from factdiff.review.journal import Journal

ASKED = (Verdict.CONFLICT, Verdict.VARIANT, Verdict.COMPATIBLE)


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class Filter:
    """Which findings are shown; None lets everything through."""

    kinds: frozenset[Kind] | None = None
    verdicts: frozenset[Verdict] | None = None
    open_only: bool = False
    words: str = ""

    def lets(self, finding: Finding, decision: Decision | None) -> bool:
        """Whether a finding is shown."""
        shown = " ".join(
            (finding.subject, finding.message, *(p.display for p in finding.positions))
        )
        return (
            (self.kinds is None or finding.kind in self.kinds)
            and (self.verdicts is None or finding.verdict in self.verdicts)
            and not (self.open_only and decision is not None and decision.choice is not None)
            and self.words.casefold() in shown.casefold()
        )


class Session:
    """One reviewer's way through the findings of a report.

    ``findings`` are those asked about: everything that differs, and with ``everything`` the
    agreements and one-source facts too. Every change is on disk when the method returns.
    """

    def __init__(
        self,
        report: Report,
        journal: Journal,
        *,
        everything: bool = False,
        clock: Callable[[], str] = now,
    ) -> None:
        self.report = report
        self.journal = journal
        self.clock = clock
        self.findings: tuple[Finding, ...] = tuple(
            f for f in report.findings if everything or f.verdict in ASKED
        )

    @property
    def decisions(self) -> dict[str, Decision]:
        """What holds now, by finding id; may hold decisions on findings that are gone."""
        return decisions_of(self.journal.events)

    @property
    def fallen_away(self) -> list[Decision]:
        """Decisions whose findings are not in this report any more."""
        known = {finding.id for finding in self.report.findings}
        return [d for d in self.decisions.values() if d.finding not in known]

    def shown(self, only: Filter) -> list[Finding]:
        """The findings that a filter lets through, in the report's order."""
        held = self.decisions
        return [f for f in self.findings if only.lets(f, held.get(f.id))]

    def next_open(self, findings: Sequence[Finding], after: int) -> int | None:
        """The index of the next undecided finding after ``after``, going round; None if none."""
        held = self.decisions
        for step in range(1, len(findings) + 1):
            at = (after + step) % len(findings)
            decision = held.get(findings[at].id)
            if decision is None or decision.choice is None:
                return at
        return None

    def decide(
        self, finding: Finding, choice: Choice, position: int | None = None, note: str | None = None
    ) -> Event:
        """Decide; ``position`` (from 0) says which is right and goes with ``Choice.POSITION`` only.

        Raises ``UsageError`` for a position that the finding does not have.
        """
        right: str | None = None
        if choice is Choice.POSITION:
            if position is None or not 0 <= position < len(finding.positions):
                raise UsageError(f"this finding has {len(finding.positions)} positions")
            right = finding.positions[position].display
        return self.journal.append(
            Act.DECIDE, finding.id, self.clock(), choice=choice, position=right, note=note
        )

    def note(self, finding: Finding, words: str) -> Event:
        """Write a note on a finding, decided or not; it replaces the one before."""
        return self.journal.append(Act.NOTE, finding.id, self.clock(), note=words)

    def undo(self) -> Event | None:
        """Take back the last thing done that still holds; returns it, or None if there is none."""
        undone = {event.undoes for event in self.journal.events}
        for event in reversed(self.journal.events):
            if event.act is not Act.UNDO and event.number not in undone:
                self.journal.append(Act.UNDO, event.finding, self.clock(), undoes=event.number)
                return event
        return None

    def position_of(self, finding: Finding, source: str) -> int | None:
        """The index of the position that a source (by id) takes; None if it is silent."""
        for at, position in enumerate(finding.positions):
            if source in position.sources:
                return at
        return None

    def related(self, finding: Finding) -> list[tuple[Finding, Decision]]:
        """Earlier decisions on other findings with the same subject."""
        held = self.decisions
        return [
            (other, held[other.id])
            for other in self.findings
            if other.id != finding.id
            and other.subject.casefold() == finding.subject.casefold()
            and other.id in held
        ]

    def progress(self) -> str:
        """How far it is: ``12 of 40 decided, 3 open conflicts``."""
        held = self.decisions
        done = {i for i, decision in held.items() if decision.choice is not None}
        decided = sum(f.id in done for f in self.findings)
        conflicts = sum(f.verdict is Verdict.CONFLICT and f.id not in done for f in self.findings)
        plural = "" if conflicts == 1 else "s"
        return f"{decided} of {len(self.findings)} decided, {conflicts} open conflict{plural}"
