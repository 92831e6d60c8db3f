"""What speaks for and against two figures belonging to one happening: states, verbs, dates."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.meeting import Meeting
from factdiff.kinds.quantities.tables import rows, word_set
from factdiff.kinds.quantities.value import Thing
from factdiff.kinds.quantities.weights import VETO
from factdiff.kinds.quantities.when import other_years, same_time
from factdiff.model import Evidence, Kind

IDLE = frozenset({"be", "have", "has", "had", "say", "said", "wa", "is", "were"})
APART = frozenset({"killed", "injured", "missing", "survived", "rescued"})  # and never one figure


def happening_evidence(meeting: Meeting) -> Iterator[Evidence]:
    """What befell the things and when; a ``VETO`` where it is another state or another year."""
    for found in (_state(meeting), _event(meeting)):
        if found is not None:
            yield found


def _state(meeting: Meeting) -> Evidence | None:
    one, two = meeting.things
    if meeting.left.kind is Kind.COUNT and (one.state or two.state):
        return _states(meeting, *sorted((one.state, two.state)))
    if one.verb and concept(one.verb) == concept(two.verb) and one.verb not in IDLE:
        same = one.role == two.role
        return Evidence("verb", 0.18 if same else 0.08, f"both with the verb {one.verb}")
    return None


def _states(meeting: Meeting, one: str, two: str) -> Evidence:
    if one == two:
        return Evidence("state", 0.3, f"both {one}")
    if not one:
        return Evidence("state", 0.0 if meeting.is_telling else -0.08, f"only one is {two}")
    for left, right, weight, *_ in rows("states_alike.tsv"):
        if {left, right} == {one, two}:
            return Evidence("state", float(weight), f"{one} and {two}")
    if {one, two} <= APART or not meeting.is_telling:
        return Evidence("state", VETO, f"{one} is not {two}")
    return Evidence("state", -0.3, f"{one} and {two}")


def _event(meeting: Meeting) -> Evidence | None:
    """This quake's toll is not last year's: dates far from the story mark another event."""
    one, two = meeting.things
    remote = meeting.story.is_remote(meeting.left), meeting.story.is_remote(meeting.right)
    told = is_told(meeting)
    if remote[0] != remote[1] and not _is_unplaced(one if remote[1] else two):
        if told and not meeting.same_number:
            return Evidence("event", VETO, "one is of an earlier event")
        return Evidence("event", -0.35 if told else -0.1, "one is of an earlier event")
    dated = same_time(one.times, two.times)
    if all(remote):
        told_so = "both of the same earlier event" if dated else "two earlier events"
        return Evidence("event", 0.2 if dated else -0.3, told_so)
    if other_years(one.times, two.times):
        barred = told and not meeting.same_number
        return Evidence("event", VETO if barred else -0.15, "of different years")
    return _present(one, two, dated=dated)


def _is_unplaced(thing: Thing) -> bool:
    """``last year`` of an article without a date: as past as the other's ``2010``."""
    return any(time.endswith("ago") or time.startswith("last ") for time in thing.times)


def is_told(meeting: Meeting) -> bool:
    """Whether the figure is of an event itself: a toll, the force of a quake."""
    tolls = word_set("changes.tsv", "grows") | word_set("changes.tsv", "changes")
    counted = any(thing.state in tolls for thing in meeting.things)
    told = dimension_of(meeting.quantities[0]) == "magnitude"
    return told or (counted and meeting.left.kind is Kind.COUNT)


def _present(one: Thing, two: Thing, *, dated: bool) -> Evidence | None:
    """What speaks for one event where neither is of the past."""
    if one.state and one.state == two.state:
        if dated:
            return Evidence("same date", 0.25, "both of the same date")
        return Evidence("event", 0.15, "both of the event reported")
    if dated:
        return Evidence("time", 0.08, "the same date near by")
    return None
