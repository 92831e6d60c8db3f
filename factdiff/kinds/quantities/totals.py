"""Totals that stand beside a share of them: ``40 percent of the 200 workers``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from factdiff.kinds.quantities.value import quantity_of
from factdiff.model import Claim, Kind

GAP = range(3, 11)  # letters between the two: ` of the `, ` of all `


def totals_of(claims: Iterable[Claim]) -> Mapping[str, Claim]:
    """The total of each share that stands right before it, by the id of the share's claim."""
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.start))
    return {
        share.id: whole
        for share, whole in pairwise(ordered)
        if share.kind is Kind.PERCENT
        and whole.kind is Kind.COUNT
        and (share.source, share.sentence) == (whole.source, whole.sentence)
        and whole.start - share.end in GAP
        and quantity_of(whole).amount.exact
    }
