"""Whether two claims measure the same quantity, under one alignment and one policy."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.affinity import CLOSE, ONE_EVENT
from factdiff.kinds.quantities.concepts import concept
from factdiff.kinds.quantities.evidence import weigh
from factdiff.kinds.quantities.families import is_known, kinship
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.story import Story
from factdiff.kinds.quantities.value import quantity_of
from factdiff.kinds.quantities.weights import score_of
from factdiff.model import Claim, Evidence, Kind, Verdict
from factdiff.settings import Settings

# what a conflict needs at least one of, from which weight on
SHARED = {
    "surroundings": 0.1,
    "names": 0.01,
    "same sentence": 0.1,
    "person": 0.1,
    "same partner": 0.1,
    "same date": 0.1,
    "run": 0.1,
}
PLAINLY = -0.1  # the weight of figures that differ otherwise than in the order of their digits
IDLE = frozenset(concept(stem(word)) for word in ("sum", "share", "price", "value", "of", "in"))
CERTAIN = 0.75  # what a conflict between figures of nouns that no table knows needs


class Pairing:
    """Scores of pairs of claims, under one alignment and one policy."""

    def __init__(self, story: Story, alignment: Alignment, settings: Settings) -> None:
        self.story = story
        self.alignment = alignment
        self.settings = settings

    def weigh(self, left: Claim, right: Claim) -> tuple[Evidence, ...]:
        """The evidence on two claims."""
        return weigh(left, right, self.alignment, self.story)

    def score(self, left: Claim, right: Claim) -> tuple[float, tuple[Evidence, ...], Verdict]:
        """How surely two claims measure the same; 0 if they would conflict on thin evidence."""
        evidence = self.weigh(left, right)
        score = score_of(evidence)
        verdict = relate(quantity_of(left), quantity_of(right)).verdict
        if verdict is Verdict.CONFLICT and not self._is_sure(left, right, evidence):
            return 0.0, evidence, verdict
        if verdict is Verdict.COMPATIBLE and self._is_loose(left, right, evidence):
            return 0.0, evidence, verdict
        return score, evidence, verdict

    def _is_loose(self, left: Claim, right: Claim, evidence: Sequence[Evidence]) -> bool:
        """Whether figures that can both be true have too little in common to be held together."""
        weak = any(e.feature == "value" and e.weight <= 0 for e in evidence)
        if weak and not _is_shared(evidence):
            return True
        same = quantity_of(left).amount.low == quantity_of(right).amount.low
        return not same and not self._is_one_event(left, right, evidence)

    def _is_sure(self, left: Claim, right: Claim, evidence: Sequence[Evidence]) -> bool:
        """Whether the evidence bears a conflict: one event, things of one family, enough shared.

        Two tolls of people killed are not yet the same toll: something around them must be shared.
        """
        if not _is_shared(evidence) or not self._is_one_event(left, right, evidence):
            return False
        if self.story.is_total(left) != self.story.is_total(right):
            return False  # `40 percent of the 200 workers` and `80 workers`
        if not _is_one_state(left, right) and self.story.is_given_beside(left, right):
            return False
        if _are_of_others(left, right) and not _is_slip(evidence):
            return False
        if not _are_alike(left, right):
            return _are_likely_alike(left, right) and score_of(evidence) >= CERTAIN
        return score_of(evidence) >= self.settings.quantity_conflict

    def may_be_tied(self, left: Claim, right: Claim) -> bool:
        """Whether two figures may be one on less evidence where neither has another partner.

        Only in two accounts of what is surely one event, and of things of one family.
        """
        if self.story.is_total(left) != self.story.is_total(right) or _are_of_others(left, right):
            return False
        close = self.story.affinity.between(left.source, right.source) >= CLOSE
        return close and _are_alike(left, right) and not self.story.is_given_beside(left, right)

    def _is_one_event(self, left: Claim, right: Claim, evidence: Sequence[Evidence]) -> bool:
        if any(e.feature == "person" for e in evidence):
            return True
        return self.story.affinity.between(left.source, right.source) >= ONE_EVENT


def _are_alike(left: Claim, right: Claim) -> bool:
    """Whether the nouns bear a conflict; of a sum or share the parse only guesses what it is of."""
    one, two = quantity_of(left).thing, quantity_of(right).thing
    near = kinship(one.head, two.head)
    return near >= 0.6 or (near == 0.5 and bool(one.state)) or left.kind is not Kind.COUNT


def _are_likely_alike(left: Claim, right: Claim) -> bool:
    """``14 bathers died`` and ``16 swimmers died``: nouns that no table knows, in one state."""
    one, two = quantity_of(left).thing, quantity_of(right).thing
    unknown = not is_known(one.head) or not is_known(two.head)
    return unknown and _is_one_state(left, right)


def _is_slip(evidence: Sequence[Evidence]) -> bool:
    """Figures that differ in the order of their digits, or in nearly the same words."""
    slip = any(e.feature == "value" and e.weight > PLAINLY for e in evidence)
    return slip or score_of(evidence) >= CERTAIN


def _are_of_others(left: Claim, right: Claim) -> bool:
    """Sums and shares of what has no word in common: ``gold gained 0.9``, ``silver rose 1.1``."""
    if left.kind not in (Kind.MONEY, Kind.PERCENT):
        return False
    ours, theirs = (
        {concept(stem(word)) for word in (claim.subject or "").lower().split()} - IDLE
        for claim in (left, right)
    )
    return bool(ours and theirs) and not ours & theirs


def _is_one_state(left: Claim, right: Claim) -> bool:
    one, two = quantity_of(left).thing, quantity_of(right).thing
    return bool(one.state) and one.state == two.state


def _is_shared(evidence: Sequence[Evidence]) -> bool:
    return any(e.feature in SHARED and e.weight >= SHARED[e.feature] for e in evidence)
