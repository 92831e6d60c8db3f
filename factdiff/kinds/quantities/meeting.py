"""Two claims that may measure the same quantity, and what is known of the two together."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.affinity import ONE_EVENT
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.rarity import ODD, surprise
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.story import Story
from factdiff.kinds.quantities.value import Quantity, Thing, quantity_of
from factdiff.model import Claim, Verdict


@dataclass(frozen=True)
class Meeting:
    """Two claims under one alignment; every answer is the same whichever comes first."""

    left: Claim
    right: Claim
    alignment: Alignment
    story: Story

    @cached_property
    def quantities(self) -> tuple[Quantity, Quantity]:
        """What the two say."""
        return quantity_of(self.left), quantity_of(self.right)

    @property
    def things(self) -> tuple[Thing, Thing]:
        """What the two measure."""
        one, two = self.quantities
        return one.thing, two.thing

    @property
    def sources(self) -> tuple[str, str]:
        """Whose the two are."""
        return self.left.source, self.right.source

    @cached_property
    def verdict(self) -> Verdict:
        """How the two figures relate, if they measure the same."""
        return relate(*self.quantities).verdict

    @cached_property
    def affinity(self) -> float:
        """How surely their sources tell of one event."""
        return self.story.affinity.between(*self.sources)

    @cached_property
    def kin(self) -> float:
        """How likely the two nouns count the same things."""
        one, two = self.things
        return kinship(one.head, two.head)

    @cached_property
    def same_number(self) -> bool:
        """Whether both give one number, whatever their signs."""
        one, two = self.quantities
        if one.amount.low is None:
            return "-" in one.amount.words and one.amount.words == two.amount.words  # a score
        return one.amount.low == two.amount.low

    @cached_property
    def is_only(self) -> bool:
        """Whether both give one number, and neither source gives it again."""
        one, _ = self.quantities
        return self.same_number and not one.ordinal and self.story.says_once(self.left, self.right)

    @cached_property
    def is_telling(self) -> bool:
        """Whether one odd number, given once by each of two accounts of one event, ties the two.

        ``80,000 customers`` and ``80,000 homes`` may be one figure, whatever the nouns.
        """
        odd = surprise(self.quantities[0]) >= ODD
        return self.is_only and odd and self.affinity >= ONE_EVENT
