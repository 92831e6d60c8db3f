"""What speaks for and against two claims measuring the same quantity: a visible, weighted list.

The weights add up to a score between 0 and 1. They were set by reading news pairs, so that what a
checker takes for the same quantity comes out above ``Settings.quantity_match``, and above
``Settings.quantity_conflict`` only where hardly anything but the number could be meant.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.concepts import concept, state_words
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.intervals import interval_of
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.story import Story, same_time
from factdiff.kinds.quantities.value import Quantity, Thing
from factdiff.model import Claim, Evidence, Kind, Verdict

VETO = -1.0  # one of these and the two are never joined
LEAST_NEAR = 5  # fewer words near by may be the same by chance
MANY = 0.22  # weight of equal round counts
FAR = 10.0  # figures so many times apart are rarely of one thing
TWIN = 0.75  # share of surrounding words from which two sentences are the same one
IDLE = frozenset({"be", "have", "has", "had", "say", "said", "wa", "is", "were"})
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


def jaccard(left: Sequence[str], right: Sequence[str]) -> float:
    """Shared words over all words; 1 for two empty sets."""
    ours, theirs = set(left), set(right)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def likeness(left: Claim, right: Claim) -> float:
    """How nearly two claims stand in the same words, 0 to 1: by lemmas, or by the stems near by.

    A changed figure may change the parse and so a lemma; the stems know nothing of the parse.
    """
    near = quantity_of(left).thing.around, quantity_of(right).thing.around
    enough = min(len(near[0]), len(near[1])) >= LEAST_NEAR
    stems = jaccard(*near) if enough else 0.0
    return max(jaccard(left.context.lemmas, right.context.lemmas), stems)


def quantity_of(claim: Claim) -> Quantity:
    """The claim's quantity; a claim read back without one is refused (``TypeError``)."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.kind} claim {claim.id} carries no quantity")
    return claim.value


def weigh(left: Claim, right: Claim, alignment: Alignment, story: Story) -> tuple[Evidence, ...]:
    """All that speaks for or against the two; symmetric. A ``VETO`` ends it."""
    one, two = quantity_of(left), quantity_of(right)
    if left.kind is not right.kind or dimension_of(one) != dimension_of(two):
        return (Evidence("kind", VETO, f"{one} and {two} are different measures"),)
    vetoes = (_head(left, right), _state(left, right), _owner(left, right, alignment))
    if any(e is not None and e.weight <= VETO for e in vetoes):
        return tuple(e for e in vetoes if e is not None and e.weight)
    found = (
        *vetoes,
        _unit(one),
        _modifiers(one.thing, two.thing),
        _share(left, right),
        _names(left, right, alignment),
        _event(left, right, story),
        _surroundings(left, right, story),
        _value(one, two),
        _alone(left, right, story),
        _partner(left, right, story),
        _rivals(left, right, alignment, story),
    )
    return tuple(e for e in found if e is not None and e.weight)


def score_of(evidence: Sequence[Evidence]) -> float:
    """The sum of the weights between 0 and 1; 0 with a veto."""
    if any(e.weight <= VETO for e in evidence):
        return 0.0
    return max(0.0, min(1.0, round(sum(e.weight for e in evidence), 3)))


def _head(left: Claim, right: Claim) -> Evidence | None:
    one, two = quantity_of(left).thing, quantity_of(right).thing
    near = kinship(one.head, two.head)
    heads = " and ".join(sorted((one.head or "it", two.head or "it")))
    if one.head and one.head == two.head:
        telling = left.kind is Kind.MEASURE and dimension_of(quantity_of(left)) != "time"
        return Evidence("head", 0.4 if telling else 0.28, f"both of {one.head}")
    if left.kind is Kind.MEASURE and _told_around(one, two):
        return Evidence("head", 0.2, f"both of {one.head or two.head}")
    if left.kind is not Kind.COUNT:
        weights = {0.9: 0.2, 0.6: 0.15, 0.5: 0.0, 0.3: -0.05, 0.2: -0.05, 0.0: -0.15}
        weight = weights.get(near, 0.0)
        # `a force of 6.0` and `the 6.0 quake`: on a telling scale the noun says little
        return Evidence("head", max(weight, 0.0) if _unit(quantity_of(left)) else weight, heads)
    if near == 0.0:
        return Evidence("head", VETO, f"{heads} are not the same things")
    weights = {0.9: 0.22, 0.6: 0.15, 0.5: 0.0, 0.3: -0.12, 0.2: -0.25}
    return Evidence("head", weights.get(near, 0.0), heads)


def _told_around(one: Thing, two: Thing) -> bool:
    """``deliberated for four days`` and ``four days of deliberation``."""
    for bare, headed in ((one, two), (two, one)):
        if headed.head and not bare.head:
            return concept(headed.head) in map(concept, bare.around)
    return False


def _unit(one: Quantity) -> Evidence | None:
    """A scale that a story hardly uses twice: magnitude, blood-alcohol level, a run."""
    if one.ordinal and one.unit == "in a row":
        return Evidence("run", 0.45, "both of a run")
    if dimension_of(one) in TELLING:
        return Evidence("unit", 0.2, f"both in {one.unit}")
    return None


def _state(left: Claim, right: Claim) -> Evidence | None:
    one, two = quantity_of(left).thing, quantity_of(right).thing
    if left.kind is Kind.COUNT and (one.state or two.state):
        return _states(one.state, two.state)
    if one.verb and concept(one.verb) == concept(two.verb) and one.verb not in IDLE:
        same = one.role == two.role
        return Evidence("verb", 0.18 if same else 0.08, f"both with the verb {one.verb}")
    return None


def _states(one: str, two: str) -> Evidence:
    if one == two:
        return Evidence("state", 0.3, f"both {one}")
    if not one or not two:
        return Evidence("state", -0.08, f"only one is {one or two}")
    loose = {"shot", "trapped", "rescued", "seized"}
    if {one, two} & loose:
        return Evidence("state", -0.15, " and ".join(sorted((one, two))))
    return Evidence("state", VETO, " is not ".join(sorted((one, two))))


def _modifiers(one: Thing, two: Thing) -> Evidence | None:
    ours, theirs = set(one.modifiers), set(two.modifiers)
    if ours & theirs:
        return Evidence("modifiers", 0.12, f"both {' '.join(sorted(ours & theirs))}")
    if ours and theirs:
        shown = sorted((" ".join(sorted(ours)), " ".join(sorted(theirs))))
        return Evidence("modifiers", -0.1, " against ".join(shown))
    return None


def _share(left: Claim, right: Claim) -> Evidence | None:
    if left.kind is Kind.PERCENT:
        return None
    marks = {"part", "other", "each"}
    ours, theirs = (s if s in marks else "" for s in _shares(left, right))
    telling = _surprise(quantity_of(left)) > 0.3  # `another 112` is the other paper's `112`
    if ours != theirs and not (telling and str(left.value) == str(right.value)):
        return Evidence("share", -0.15, f"one is {ours or theirs} of a set")
    return None


def _shares(left: Claim, right: Claim) -> tuple[str, str]:
    return quantity_of(left).thing.share, quantity_of(right).thing.share


def _owner(left: Claim, right: Claim, alignment: Alignment) -> Evidence | None:
    """Ages belong to people: the same person's ages are the same quantity."""
    one, two = quantity_of(left), quantity_of(right)
    if not one.unit.endswith(" old"):
        return None
    if one.thing.owner and two.thing.owner:
        if alignment.same(left, right, (one.thing.owner, two.thing.owner)):
            return Evidence("person", 0.85, f"age of {one.thing.owner}")
        return Evidence("person", VETO, "ages of two people")
    return Evidence("age", 0.28, "equal ages in one story") if str(one) == str(two) else None


def _names(left: Claim, right: Claim, alignment: Alignment) -> Evidence | None:
    ours = {alignment.key(left.source, name) for name in left.context.names}
    theirs = {alignment.key(right.source, name) for name in right.context.names}
    if ours & theirs:
        share = len(ours & theirs) / min(len(ours), len(theirs))
        return Evidence("names", round(0.08 + 0.12 * share, 3), "the same names near by")
    if ours and theirs:
        return Evidence("names", -0.04, "other names near by")
    return None


def _event(left: Claim, right: Claim, story: Story) -> Evidence | None:
    """This quake's toll is not last year's: dates far from the story mark another event."""
    one, two = quantity_of(left).thing, quantity_of(right).thing
    remote = story.is_remote(left), story.is_remote(right)
    if remote[0] != remote[1]:
        counted = left.kind is Kind.COUNT and bool(one.state or two.state)
        told = counted or _unit(quantity_of(left)) is not None
        if told and _lows(left) != _lows(right):
            return Evidence("event", VETO, "one is of an earlier event")
        return Evidence("event", -0.35 if told else -0.1, "one is of an earlier event")
    dated = same_time(one.times, two.times)
    if all(remote):
        told_so = "both of the same earlier event" if dated else "two earlier events"
        return Evidence("event", 0.2 if dated else -0.3, told_so)
    return _present(one, two, dated=dated)


def _present(one: Thing, two: Thing, *, dated: bool) -> Evidence | None:
    """What speaks for one event where neither is of the past."""
    if one.state and one.state == two.state:
        if dated:
            return Evidence("same date", 0.25, "both of the same date")
        return Evidence("event", 0.15, "both of the event reported")
    if dated:
        return Evidence("time", 0.08, "the same date near by")
    return None


def _lows(claim: Claim) -> str:
    return str(quantity_of(claim).amount.low)


def _surroundings(left: Claim, right: Claim, story: Story) -> Evidence | None:
    if likeness(left, right) >= TWIN:
        return Evidence("same sentence", 0.6, "the same sentence but for the number")
    one, two = quantity_of(left).thing, quantity_of(right).thing
    idle = state_words() if one.state and one.state == two.state else frozenset[str]()
    wide = story.overlap(left.context.lemmas, right.context.lemmas, idle)
    if not wide and not (left.context.headline or right.context.headline):
        return Evidence("surroundings", -0.04, "no word in common near by")
    near = story.overlap(one.around, two.around, idle)
    return Evidence("surroundings", round(0.4 * near + 0.2 * wide, 3), "shared words near by")


def _value(one: Quantity, two: Quantity) -> Evidence:
    verdict = relate(one, two).verdict
    shown = " and ".join(sorted((str(one), str(two))))
    if verdict is Verdict.CONFLICT:
        far = _ratio(one, two) >= FAR
        return Evidence("value", -0.35 if far else -0.1, f"{shown} differ")
    near = verdict is Verdict.COMPATIBLE and _is_near(one, two)
    if near:
        return Evidence("value", 0.24, f"{shown} are near each other")
    if verdict is Verdict.COMPATIBLE and one.amount.low != two.amount.low:
        return Evidence("value", _overlapping(one, two), f"{shown} can both be true")
    if verdict is Verdict.COMPATIBLE and one.unit == "" and _surprise(one) == MANY:
        return Evidence("value", 0.1, shown)  # `up to 1,000 people` and `around 1,000`
    return Evidence("value", _surprise(one), f"both {one}" if str(one) == str(two) else shown)


def _overlapping(one: Quantity, two: Quantity) -> float:
    """``at least seven`` admits 340 and ``dozens`` any: no sign that the two are the same."""
    if not any(q.amount.sign in (">=", ">", "<=", "<") for q in (one, two)):
        return 0.1
    if one.amount.low is None or two.amount.low is None:
        return 0.0
    low, high = sorted((abs(one.amount.low), abs(two.amount.low)))
    if one.unit != two.unit or high <= low * 2:
        return 0.0
    return -0.1 if high < low * int(FAR) else -0.35


def _is_near(one: Quantity, two: Quantity) -> bool:
    """Two larger figures within a tenth of each other: ``nearly 9,000`` and ``about 8,900``."""
    low, high = one.amount.low, two.amount.low
    if low is None or high is None or low == high or one.unit != two.unit or min(low, high) < 20:
        return False
    return abs(low - high) * 10 <= max(low, high)


def _alone(left: Claim, right: Claim, story: Story) -> Evidence | None:
    """A value that each source gives once is hardly a coincidence."""
    one, two = quantity_of(left), quantity_of(right)
    same = one.amount.low is not None and one.amount.low == two.amount.low
    if not same or one.ordinal or (one.amount.low or 0) <= 3 or not story.says_once(left, right):
        return None
    plain = left.kind is Kind.COUNT or dimension_of(one) in ("time", "times", "age")
    weight = 0.1 if plain else 0.18
    return Evidence("only one", weight, f"each gives {min(str(one), str(two), key=len)} once")


def _partner(left: Claim, right: Claim, story: Story) -> Evidence | None:
    """``to 5.1 percent from 5.6`` and ``to 5.2 percent, from 5.6``."""
    figures = story.partners(left, right)
    if not figures or all(low.isdigit() and len(low) < 2 for _, _, low in figures):
        return None
    return Evidence("same partner", 0.2, f"both beside {min(low for *_, low in figures)}")


def _rivals(left: Claim, right: Claim, alignment: Alignment, story: Story) -> Evidence | None:
    """The only figure of its noun in either article, in the company of the same names or words."""
    one, two = quantity_of(left), quantity_of(right)
    if kinship(one.thing.head, two.thing.head) < 0.9 or one.ordinal:
        return None
    if story.has_rival(left) or story.has_rival(right):
        return None
    named = _names(left, right, alignment)
    words = _surroundings(left, right, story)
    told = (named is not None and named.weight > 0) or (words is not None and words.weight > 0.25)
    if not told and left.kind is Kind.COUNT and not (one.thing.state == "" and _is_near(one, two)):
        return None
    things = min(one.thing.head, two.thing.head)
    return Evidence("no rival", 0.1 if told else 0.05, f"the only figure of {things}")


def _ratio(one: Quantity, two: Quantity) -> float:
    """How many times the larger is the smaller: figures of one thing are rarely ten times apart."""
    ends = [end for quantity in (one, two) if (end := interval_of(quantity.amount)) is not None]
    if len(ends) < 2 or one.unit != two.unit:
        return 1.0
    low, high = sorted(ends, key=lambda end: end.low)
    if math.isinf(low.high) or low.high <= 0:
        return 1.0
    return high.low / low.high


def _surprise(quantity: Quantity) -> float:
    """Equal values weigh the more, the rarer the value: two 2s say little, two 235,000s much."""
    low = quantity.amount.low
    if quantity.ordinal:
        return 0.25 if quantity.unit else 0.12
    if low is None:
        return 0.12
    digits = len(format(abs(low), "f").replace(".", "").strip("0"))
    if digits >= 3 or low != low.to_integral_value() or (digits == 2 and abs(low) >= 1000):
        return 0.45
    if abs(low) > 12:
        many = digits == 1 and abs(low) >= 100 and not quantity.unit
        return MANY if many else 0.36  # `1,000 people` is said of many crowds
    small = 0.2 if abs(low) > 3 else 0.12
    return 0.3 if quantity.unit == "%" else small
