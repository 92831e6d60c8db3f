"""What speaks for and against two figures counting the same things: nouns, modifiers, shares."""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.meeting import Meeting
from factdiff.kinds.quantities.rarity import ODD, surprise
from factdiff.kinds.quantities.value import Quantity, Thing
from factdiff.kinds.quantities.weights import VETO
from factdiff.model import Evidence, Kind

# a scale that a story hardly uses twice
TELLING = frozenset(
    {
        "magnitude",
        "blood-alcohol level",
        "temperature",
        "category",
        "pH",
        "yield",
        "pressure",
        "area",
    }
)
MARKS = ("part", "other", "each")
# weight of two nouns by their kinship: of counts, and of sums and measures
COUNTED = {1.0: 0.28, 0.9: 0.22, 0.6: 0.15, 0.5: 0.0, 0.45: -0.05, 0.3: -0.12, 0.2: -0.25}
MEASURED = {1.0: 0.28, 0.9: 0.2, 0.6: 0.15, 0.5: 0.0, 0.3: -0.05, 0.2: -0.05, 0.0: -0.15}
FORGIVEN = 0.15  # what an odd figure in common takes off the weight of unlike nouns


def thing_evidence(meeting: Meeting) -> Iterator[Evidence]:
    """What the nouns say, and what narrows them; a ``VETO`` where the things are others."""
    yield _head(meeting)
    for found in (_unit(meeting), _modifiers(*meeting.things), _share(meeting), _owner(meeting)):
        if found is not None:
            yield found


def _head(meeting: Meeting) -> Evidence:
    one, two = meeting.things
    heads = " and ".join(sorted((one.head or "it", two.head or "it")))
    if meeting.left.kind is Kind.COUNT:
        return _counted(meeting, heads)
    if one.head and one.head == two.head:
        telling = meeting.left.kind is Kind.MEASURE and _dimension(meeting) != "time"
        return Evidence("head", 0.4 if telling else 0.28, f"both of {one.head}")
    if one.head in two.modifiers or two.head in one.modifiers:
        return Evidence("head", 0.2, heads)  # `the third floor` and `the third-floor room`
    if meeting.left.kind is Kind.MEASURE and _told_around(one, two):
        return Evidence("head", 0.2, f"both of {one.head or two.head}")
    weight = MEASURED.get(meeting.kin, 0.0)
    # `a force of 6.0` and `the 6.0 quake`: on a telling scale the noun says little
    says_little = _unit(meeting) is not None or meeting.is_telling
    return Evidence("head", max(weight, 0.0) if says_little else weight, heads)


def _counted(meeting: Meeting, heads: str) -> Evidence:
    one, _ = meeting.things
    weight = COUNTED.get(meeting.kin, VETO)
    if weight < 0 and meeting.is_telling:
        weight = min(0.0, max(weight, -0.35) + FORGIVEN)
    if weight <= VETO:
        return Evidence("head", VETO, f"{heads} are not the same things")
    same = bool(one.head) and meeting.kin == 1.0
    return Evidence("head", weight, f"both of {one.head}" if same else heads)


def _dimension(meeting: Meeting) -> str:
    return dimension_of(meeting.quantities[0])


def _told_around(one: Thing, two: Thing) -> bool:
    """``deliberated for four days`` and ``four days of deliberation``."""
    for bare, headed in ((one, two), (two, one)):
        if headed.head and not bare.head:
            return concept(headed.head) in map(concept, bare.around)
    return False


def is_run(quantity: Quantity) -> bool:
    """``the seventh straight increase``: a story has one run of a thing."""
    return bool(quantity.ordinal) and quantity.unit == "in a row"


def _unit(meeting: Meeting) -> Evidence | None:
    one, _ = meeting.quantities
    if is_run(one):
        return Evidence("run", 0.45, "both of a run")
    if _dimension(meeting) in TELLING:
        return Evidence("unit", 0.2, f"both in {one.unit}")
    return None


def _modifiers(one: Thing, two: Thing) -> Evidence | None:
    ours, theirs = ({concept(word) for word in thing.modifiers} for thing in (one, two))
    if ours & theirs:
        return Evidence("modifiers", 0.12, f"both {' '.join(sorted(ours & theirs))}")
    if ours and theirs:
        shown = sorted((" ".join(sorted(ours)), " ".join(sorted(theirs))))
        return Evidence("modifiers", -0.06, " against ".join(shown))
    return None


def _share(meeting: Meeting) -> Evidence | None:
    if meeting.left.kind is Kind.PERCENT:
        return None
    ours, theirs = (thing.share if thing.share in MARKS else "" for thing in meeting.things)
    one, two = meeting.quantities
    telling = surprise(one) >= ODD  # `another 112` is the other paper's `112`
    if ours != theirs and not (telling and str(one) == str(two)):
        return Evidence("share", -0.15, f"one is {ours or theirs} of a set")
    return None


def _owner(meeting: Meeting) -> Evidence | None:
    """Ages belong to people: the same person's ages are the same quantity."""
    one, two = meeting.quantities
    if not one.unit.endswith(" old"):
        return None
    if one.thing.owner and two.thing.owner:
        owners = (one.thing.owner, two.thing.owner)
        if meeting.alignment.same(meeting.left, meeting.right, owners):
            return Evidence("person", 0.85, f"age of {min(owners)}")
        return Evidence("person", VETO, "ages of two people")
    return Evidence("age", 0.28, "equal ages in one story") if str(one) == str(two) else None
