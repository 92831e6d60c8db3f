"""What a reviewer can do to a finding, as events that are only ever appended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    """A decision on a finding."""

    POSITION = "position"  # one of the positions is right; the others need mending
    BOTH = "both"  # all may stand
    FALSE_ALARM = "false-alarm"  # not an issue: the tool should not have asked
    CALL = "call"  # somebody must be called before this can be decided


class Act(StrEnum):
    """What an event does."""

    DECIDE = "decide"
    NOTE = "note"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing the reviewer did. ``at`` is UTC in ISO 8601; ``number`` counts from 1.

    ``position`` is the display of the position held to be right (``Choice.POSITION`` only);
    ``undoes`` is the number of the event that is taken back (``Act.UNDO`` only).
    """

    number: int
    at: str
    act: Act
    finding: str
    choice: Choice | None = None
    position: str | None = None
    note: str | None = None
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What holds for a finding now: the last choice and the last note that were not taken back."""

    finding: str
    choice: Choice | None = None
    position: str | None = None
    note: str | None = None
    at: str | None = None


def decisions_of(events: list[Event]) -> dict[str, Decision]:
    """What holds after these events, by finding id. Undone events count for nothing."""
    undone = {event.undoes for event in events if event.act is Act.UNDO}
    held: dict[str, Decision] = {}
    for event in events:
        if event.number in undone or event.act is Act.UNDO:
            continue
        before = held.get(event.finding, Decision(event.finding))
        if event.act is Act.NOTE:
            held[event.finding] = Decision(
                event.finding, before.choice, before.position, event.note, before.at or event.at
            )
        else:
            note = before.note if event.note is None else event.note
            held[event.finding] = Decision(
                event.finding, event.choice, event.position, note, event.at
            )
    return held
