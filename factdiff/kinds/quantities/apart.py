"""What keeps two differing figures apart: an earlier value, a part, another party or time."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.kinds.quantities.happening import is_told
from factdiff.kinds.quantities.meeting import Meeting
from factdiff.kinds.quantities.value import Thing
from factdiff.kinds.quantities.weights import VETO
from factdiff.model import Evidence, Verdict


def apart_evidence(meeting: Meeting) -> Iterator[Evidence]:
    """A ``VETO`` on figures that would conflict where the text itself tells them apart."""
    if meeting.verdict is not Verdict.CONFLICT:
        return
    one, two = meeting.things
    if one.frame != two.frame:
        yield Evidence("frame", VETO, f"one is {max(one.frame, two.frame)}")
    elif _is_anothers(meeting):
        shown = " and ".join(sorted((one.party, two.party)))
        yield Evidence("party", VETO, f"figures of {shown}")
    elif is_told(meeting) and _is_past(meeting, one) != _is_past(meeting, two):
        yield Evidence("period", VETO, "one is of an earlier time")


def _is_anothers(meeting: Meeting) -> bool:
    """``Ann took 40 votes`` is not ``Bill took 30`` of a source that tells of Ann's as well."""
    one, two = meeting.things
    left, right, story = meeting.left, meeting.right, meeting.story
    if not one.party or not two.party or story.same_party(left, right):
        return False
    return story.gives_its_own(left, right.source, two.head) or story.gives_its_own(
        right, left.source, one.head
    )


def _is_past(meeting: Meeting, thing: Thing) -> bool:
    """``last month 12 people died`` in an article that tells of other deaths too."""
    claim = meeting.left if thing is meeting.things[0] else meeting.right
    past = any(time.startswith(("last month", "last year")) for time in thing.times)
    return past and meeting.story.has_rival(claim)
