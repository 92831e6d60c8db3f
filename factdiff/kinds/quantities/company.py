"""What stands around two figures: names, words, other figures, and no rival for either."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factdiff.kinds.quantities.affinity import SURE, TWO_EVENTS
from factdiff.kinds.quantities.concepts import state_words
from factdiff.kinds.quantities.meeting import Meeting
from factdiff.kinds.quantities.rarity import is_near
from factdiff.kinds.quantities.value import quantity_of
from factdiff.model import Claim, Evidence, Kind

LEAST_NEAR = 5  # fewer words near by may be the same by chance
# from which weight on the surroundings tell that two figures without a rival are one
LEAST = {"names": 0.01, "surroundings": 0.2, "same sentence": 0, "same partner": 0, "company": 0.2}
TWIN = 0.75  # share of surrounding words from which two sentences are the same one


def company_evidence(meeting: Meeting) -> Iterator[Evidence]:
    """What the surroundings say for the two, and what they say against them."""
    around = (_names(meeting), _surroundings(meeting), _partner(meeting))
    told = any(e is not None and e.weight >= LEAST[e.feature] for e in around)
    for found in (*around, _rivals(meeting, told=told), _strangers(meeting)):
        if found is not None:
            yield found


def likeness(left: Claim, right: Claim) -> float:
    """How nearly two claims stand in the same words, 0 to 1: by lemmas, or by the stems near by.

    A changed figure may change the parse and so a lemma; the stems know nothing of the parse.
    """
    near = quantity_of(left).thing.around, quantity_of(right).thing.around
    enough = min(len(near[0]), len(near[1])) >= LEAST_NEAR
    stems = jaccard(*near) if enough else 0.0
    return max(jaccard(left.context.lemmas, right.context.lemmas), stems)


def jaccard(left: Sequence[str], right: Sequence[str]) -> float:
    """Shared words over all words; 1 for two empty sets."""
    ours, theirs = set(left), set(right)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def _names(meeting: Meeting) -> Evidence | None:
    ours, theirs = (
        {meeting.alignment.key(claim.source, name) for name in claim.context.names}
        for claim in (meeting.left, meeting.right)
    )
    if ours & theirs:
        share = len(ours & theirs) / min(len(ours), len(theirs))
        return Evidence("names", round(0.08 + 0.12 * share, 3), "the same names near by")
    if ours and theirs:
        return Evidence("names", -0.04, "other names near by")
    return None


def _surroundings(meeting: Meeting) -> Evidence:
    left, right = meeting.left, meeting.right
    if likeness(left, right) >= TWIN:
        return Evidence("same sentence", 0.6, "the same sentence but for the number")
    one, two = meeting.things
    idle = state_words() if one.state and one.state == two.state else frozenset[str]()
    overlap = meeting.story.overlap
    wide = overlap(left.context.lemmas, right.context.lemmas, meeting.sources, idle)
    if not wide and not (left.context.headline or right.context.headline):
        return Evidence("surroundings", -0.04, "no word in common near by")
    near = overlap(one.around, two.around, meeting.sources, idle)
    return Evidence("surroundings", round(0.4 * near + 0.2 * wide, 3), "shared words near by")


def _partner(meeting: Meeting) -> Evidence | None:
    """``to 5.1 percent from 5.6`` and ``to 5.2 percent, from 5.6``."""
    figures = meeting.story.companions(meeting.left, meeting.right)
    own = (meeting.left.kind, meeting.quantities[0].unit)
    like = [low for kind, unit, low in figures if (kind, unit) == own and not _is_small(low)]
    if like:
        return Evidence("same partner", 0.2, f"both beside {min(like)}")
    other = [f"{low} {unit}".strip() for _, unit, low in figures if not _is_small(low) or unit]
    if other:
        return Evidence("company", 0.12, f"both beside {min(other)}")
    return None


def _is_small(low: str) -> bool:
    return low.isdigit() and len(low) < 2


def _rivals(meeting: Meeting, *, told: bool) -> Evidence | None:
    """The only figure of its noun in either article, in the company of the same names or words."""
    one, two = meeting.quantities
    if meeting.kin < 0.9 or one.ordinal:
        return None
    if meeting.story.has_rival(meeting.left) or meeting.story.has_rival(meeting.right):
        return None
    near = one.thing.state == "" and is_near(one, two)
    if not told and meeting.left.kind is Kind.COUNT and not near:
        return None
    sure = told or meeting.affinity >= SURE
    things = min(one.thing.head, two.thing.head)
    return Evidence("no rival", 0.1 if sure else 0.05, f"the only figure of {things}")


def _strangers(meeting: Meeting) -> Evidence | None:
    """Two sources that share hardly a name or word tell of two events."""
    if meeting.affinity >= TWO_EVENTS:
        return None
    return Evidence("two events", -0.3, "the sources share hardly a name, word or figure")
