"""What a review leaves to a project's policy: a baseline that ``check`` accepts, and aliases."""

from __future__ import annotations

from factdiff.policy.baseline import Baseline, dumps_baseline, entry_of
from factdiff.policy.told import alias_lines
from factdiff.review.decisions import Choice
from factdiff.review.export import accepted, aliases
from factdiff.review.session import Session
from factdiff.settings import Alias

_REASONS = {Choice.BOTH: "both may stand", Choice.FALSE_ALARM: "not an issue"}


def baseline(session: Session) -> str:
    """A baseline file with what the reviewer lets stand; the note, if any, is the reason."""
    entries = [
        entry_of(
            finding,
            None,
            reason=decision.note or _REASONS[decision.choice or Choice.BOTH],
            date=(decision.at or "")[:10],
        )
        for finding, decision in accepted(session)
    ]
    return dumps_baseline(Baseline(tuple(entries)))


def alias_tables(session: Session) -> str:
    """``[[aliases]]`` for the policy file: spellings that the reviewer lets stand side by side."""
    found = [Alias(name, tuple(also), accept=True) for name, *also in aliases(session)]
    lines = [line for alias in found for line in ("[[aliases]]", *alias_lines(alias), "")]
    return "\n".join(lines)
