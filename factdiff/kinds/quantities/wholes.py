"""A percentage in one source and a count in another, where the total is given: 40% of 200 is 80."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from factdiff.kinds.quantities.affinity import ONE_EVENT
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.value import quantity_of
from factdiff.model import Claim, Evidence, Group, Kind

SHARE = "share of a total"  # the feature that tells a judge what the two have to do with each other
ROUNDED = Decimal("0.005")  # a share written in whole percent is out by as much of the total
LEAST = Decimal(20)  # of a smaller total any count is some round share


def with_shares(groups: Sequence[Group], pairing: Pairing) -> list[Group]:
    """The groups; a lone share and the lone count of another source that it is are one group.

    The total must stand beside the share; each group is joined once, in the order given.
    """
    counts = [group for group in groups if _is_lone(group, Kind.COUNT)]
    wholes = pairing.story.wholes
    joined: dict[int, Group | None] = {}
    for group in groups:
        whole = wholes.get(group.claims[0].id) if _is_lone(group, Kind.PERCENT) else None
        if whole is None:
            continue
        for other in counts:
            if id(other) in joined or not _amounts_to(group.claims[0], whole, other, pairing):
                continue
            joined[id(group)] = _together(group, whole, other)
            joined[id(other)] = None
            break
    kept = (joined.get(id(group), group) for group in groups)
    return [group for group in kept if group is not None]


def _is_lone(group: Group, kind: Kind) -> bool:
    if group.kind is not kind or len(group.sources) > 1:
        return False
    amount = quantity_of(group.claims[0]).amount
    return amount.low is not None and amount.high is None and amount.sign in ("", "~")


def _amounts_to(share: Claim, whole: Claim, other: Group, pairing: Pairing) -> bool:
    """Whether a count of another source is that share of that total, of the same things."""
    count = other.claims[0]
    total, percent = quantity_of(whole).amount.low, quantity_of(share).amount.low
    number = quantity_of(count).amount.low
    if count.source == share.source or total is None or percent is None or number is None:
        return False
    if total < LEAST or abs(total * percent / 100 - number) > max(Decimal(1), total * ROUNDED):
        return False
    if kinship(quantity_of(whole).thing.head, quantity_of(count).thing.head) < 0.9:
        return False
    return pairing.story.affinity.between(share.source, count.source) >= ONE_EVENT


def _together(share: Group, whole: Claim, count: Group) -> Group:
    reason = f"{share.claims[0].text} of {whole.text} is about what {count.claims[0].text} says"
    claims = sorted((*share.claims, *count.claims), key=lambda claim: (claim.source, claim.start))
    return Group(Kind.COUNT, tuple(claims), 0.6, (Evidence(SHARE, 0.6, reason),))
