"""What speaks for and against two claims measuring the same quantity: a visible, weighted list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.value import Quantity, Thing
from factdiff.model import Alignment, Claim, Evidence, Kind, Verdict

VETO = -1.0  # one of these and the two are never joined
TWIN = 0.75  # share of surrounding words from which two sentences are the same one


class Rarity:
    """How telling a word is: rare words of the sources weigh more than common ones."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        seen: Counter[str] = Counter()
        sentences = {(c.source, c.sentence.start): c for c in claims}
        for claim in sentences.values():
            seen.update(set(claim.context.lemmas))
        self._seen: Mapping[str, int] = seen

    def weight(self, word: str) -> float:
        """1 for a word of one sentence, less the more sentences have it."""
        return float(max(1, self._seen.get(word, 1)) ** -0.5)

    def overlap(self, left: Sequence[str], right: Sequence[str]) -> float:
        """The share of the lesser set's weight that both have, 0 to 1; 0 where either is empty."""
        ours, theirs = set(left), set(right)
        if not ours or not theirs:
            return 0.0
        shared = sum(self.weight(word) for word in sorted(ours & theirs))
        least = min(sum(map(self.weight, sorted(ours))), sum(map(self.weight, sorted(theirs))))
        return shared / least if least else 0.0


def jaccard(left: Sequence[str], right: Sequence[str]) -> float:
    """Shared words over all words; 1 for two empty sets."""
    ours, theirs = set(left), set(right)
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0


def quantity_of(claim: Claim) -> Quantity:
    """The claim's quantity; a claim read back without one is refused (``TypeError``)."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.kind} claim {claim.id} carries no quantity")
    return claim.value


def weigh(left: Claim, right: Claim, alignment: Alignment, rarity: Rarity) -> tuple[Evidence, ...]:
    """All that speaks for or against the two; symmetric. A ``VETO`` ends it."""
    one, two = quantity_of(left), quantity_of(right)
    if left.kind is not right.kind or dimension_of(one) != dimension_of(two):
        return (Evidence("kind", VETO, f"{one} and {two} are different measures"),)
    found = [
        *_head(left, right),
        *_state(one.thing, two.thing),
        *_modifiers(one.thing, two.thing),
        *_share(one.thing, two.thing),
        *_owner(left, right, alignment),
        *_names(left, right, alignment),
        *_times(one.thing, two.thing),
        *_surroundings(left, right, rarity),
        *_value(one, two),
    ]
    return tuple(e for e in found if e.weight)


def score_of(evidence: Sequence[Evidence]) -> float:
    """The sum of the weights between 0 and 1; 0 with a veto."""
    if any(e.weight <= VETO for e in evidence):
        return 0.0
    return max(0.0, min(1.0, sum(e.weight for e in evidence)))


def _head(left: Claim, right: Claim) -> list[Evidence]:
    one, two = quantity_of(left).thing, quantity_of(right).thing
    near = kinship(one.head, two.head)
    if one.head and one.head == two.head:
        return [Evidence("head", 0.28, f"both of {one.head}")]
    if left.kind is not Kind.COUNT:
        return [Evidence("head", 0.1 if near >= 0.6 else 0.0, f"{one.head} and {two.head}")]
    if near == 0.0 and not (one.state and one.state == two.state):
        return [Evidence("head", VETO, f"{one.head} are not {two.head}")]
    weights = {0.9: 0.22, 0.6: 0.12, 0.5: 0.0, 0.2: -0.25}
    return [
        Evidence("head", weights.get(near, 0.0), f"{one.head or 'they'} and {two.head or 'they'}")
    ]


def _state(one: Thing, two: Thing) -> list[Evidence]:
    if one.state and one.state == two.state:
        return [Evidence("state", 0.3, f"both {one.state}")]
    if one.state and two.state:
        loose = {"shot", "captured", "trapped"}
        if {one.state, two.state} & loose:
            return [Evidence("state", -0.25, f"{one.state} and {two.state}")]
        return [Evidence("state", VETO, f"{one.state} is not {two.state}")]
    if one.state or two.state:
        return [Evidence("state", -0.08, f"only one is {one.state or two.state}")]
    if one.verb and one.verb == two.verb and one.verb not in ("be", "have", "say"):
        same = one.role == two.role
        return [Evidence("verb", 0.18 if same else 0.05, f"both with the verb {one.verb}")]
    return []


def _modifiers(one: Thing, two: Thing) -> list[Evidence]:
    ours, theirs = set(one.modifiers), set(two.modifiers)
    if ours & theirs:
        return [Evidence("modifiers", 0.12, f"both {' '.join(sorted(ours & theirs))}")]
    if ours and theirs:
        shown = f"{' '.join(sorted(ours))} against {' '.join(sorted(theirs))}"
        return [Evidence("modifiers", -0.1, shown)]
    return []


def _share(one: Thing, two: Thing) -> list[Evidence]:
    marks = {"part", "other", "each"}
    ours, theirs = one.share if one.share in marks else "", two.share if two.share in marks else ""
    if ours != theirs:
        return [Evidence("share", -0.2, f"one is {ours or theirs} of a set")]
    return []


def _owner(left: Claim, right: Claim, alignment: Alignment) -> list[Evidence]:
    """Ages belong to people: the same person's ages are the same quantity."""
    one, two = quantity_of(left), quantity_of(right)
    if not one.unit.endswith(" old") or not (one.thing.owner and two.thing.owner):
        return []
    if alignment.same(left, right, (one.thing.owner, two.thing.owner)):
        return [Evidence("person", 0.75, f"age of {one.thing.owner}")]
    return [Evidence("person", VETO, f"{one.thing.owner} is not {two.thing.owner}")]


def _names(left: Claim, right: Claim, alignment: Alignment) -> list[Evidence]:
    ours = {alignment.key(left.source, name) for name in left.context.names}
    theirs = {alignment.key(right.source, name) for name in right.context.names}
    if ours & theirs:
        share = len(ours & theirs) / min(len(ours), len(theirs))
        return [Evidence("names", round(0.08 + 0.12 * share, 3), "the same names near by")]
    if ours and theirs:
        return [Evidence("names", -0.08, "other names near by")]
    return []


def _times(one: Thing, two: Thing) -> list[Evidence]:
    ours, theirs = set(one.times), set(two.times)
    if ours & theirs:
        return [Evidence("time", 0.1, f"both of {min(ours & theirs)}")]
    if ours and theirs:
        return [Evidence("time", -0.1, f"{min(ours)} against {min(theirs)}")]
    return []


def _surroundings(left: Claim, right: Claim, rarity: Rarity) -> list[Evidence]:
    if jaccard(left.context.lemmas, right.context.lemmas) >= TWIN:
        return [Evidence("same sentence", 0.6, "the same sentence but for the number")]
    wide = rarity.overlap(left.context.lemmas, right.context.lemmas)
    near = rarity.overlap(quantity_of(left).thing.around, quantity_of(right).thing.around)
    return [Evidence("surroundings", round(0.35 * (wide + near) / 2, 3), "shared words near by")]


def _value(one: Quantity, two: Quantity) -> list[Evidence]:
    verdict = relate(one, two).verdict
    if verdict is Verdict.CONFLICT:
        return [Evidence("value", -0.1, f"{one} and {two} differ")]
    if verdict is Verdict.COMPATIBLE:
        return [Evidence("value", 0.1, f"{one} and {two} can both be true")]
    return [Evidence("value", _surprise(one), f"both {one}")]


def _surprise(quantity: Quantity) -> float:
    """Equal values weigh the more, the rarer the value: two 2s say little, two 235,000s much."""
    low = quantity.amount.low
    if low is None or quantity.ordinal:
        return 0.12
    digits = len(format(abs(low), "f").replace(".", "").strip("0"))
    if digits >= 3 or abs(low) >= 1000 or low != low.to_integral_value():
        return 0.4
    if abs(low) > 12:
        return 0.3
    return 0.2 if abs(low) > 3 else 0.12
