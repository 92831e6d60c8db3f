"""Which figures of other sources were nearly taken for the same, and why they were not.

A figure that found no partner lists them, so that ``explain`` shows them and a report's end can
tell what was not compared although both articles speak of one event.
"""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.quantities.affinity import ONE_EVENT
from factdiff.kinds.quantities.candidates import CROWD, Cluster
from factdiff.kinds.quantities.links import Link, Links
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.value import is_currency, quantity_of
from factdiff.kinds.quantities.weights import is_barred
from factdiff.model import Claim, Evidence, Kind

NEAR = "near miss"  # the feature by which a report's end knows what deserves a look
LEFT_OUT = "left out"
LEAST = 0.3  # evidence below which two figures have next to nothing in common
SHOWN = 3
ALIKE = 0.4  # share of the words near two sums from which they may be one sum
THIN = "too little says that both measure the same"
DOUBTFUL = "other figures near by fit as well"


def rejected_for(
    members: Sequence[int], clusters: Sequence[Cluster], links: Links, pairing: Pairing
) -> tuple[Evidence, ...]:
    """The near candidates of other sources for some clusters, the nearest first; at most three."""
    owners = {clusters[at][0].source for at in members}
    found = []
    for at in members:
        for other, link in links.of(at):
            candidate = clusters[other][0]
            if candidate.source in owners:
                continue
            mine = clusters[at][0]
            one_event = pairing.story.affinity.between(mine.source, candidate.source) >= ONE_EVENT
            piece = _left_out(mine, candidate, link, one_event=one_event)
            if piece is not None:
                found.append(piece)
    found.sort(key=lambda piece: (piece.feature != NEAR, -piece.weight, piece.reason))
    return tuple({piece.reason: piece for piece in found}.values())[:SHOWN]


def _left_out(mine: Claim, other: Claim, link: Link, *, one_event: bool) -> Evidence | None:
    shown = " and ".join(sorted((f"“{mine.text}”", f"“{other.text}”")))
    if is_barred(link.evidence):
        why = min(link.evidence, key=lambda piece: (piece.weight, piece.reason)).reason
        return Evidence(LEFT_OUT, -1.0, f"{shown}: {why}") if _is_close(link) else None
    if link.likeness < LEAST:
        return None
    against = min(link.evidence, key=lambda piece: (piece.weight, piece.reason))
    why = DOUBTFUL if link.doubtful else _told(against) if against.weight <= -0.15 else THIN
    feature = NEAR if one_event and mine.kind is Kind.COUNT else LEFT_OUT
    return Evidence(feature, round(link.likeness, 2), f"{shown}: {why}")


def _told(against: Evidence) -> str:
    """The reason as a clause: of two nouns or states, that they differ."""
    bare = against.feature in ("head", "state")
    return f"their words differ ({against.reason})" if bare else against.reason


def _is_close(link: Link) -> bool:
    """Whether what was ruled out is worth telling: the same noun, another state or event."""
    return any(e.feature == "head" and e.weight > 0 for e in link.evidence)


def other_currency(mine: Claim, others: Sequence[Claim], pairing: Pairing) -> tuple[Evidence, ...]:
    """A sum of another source in another currency but in the same words: not to be compared."""
    one = quantity_of(mine)
    for other in others[:CROWD]:
        two, sources = quantity_of(other), (mine.source, other.source)
        if two.unit == one.unit or not is_currency(two.unit) or other.source == mine.source:
            continue
        alike = pairing.story.overlap(one.thing.around, two.thing.around, sources)
        if alike >= ALIKE and pairing.story.affinity.between(*sources) >= ONE_EVENT:
            shown = " and ".join(sorted((f"“{mine.text}”", f"“{other.text}”")))
            units = " and ".join(sorted((one.unit, two.unit)))
            reason = f"{shown}: sums in {units} cannot be compared without a rate"
            return (Evidence(NEAR, round(alike, 2), reason),)
    return ()
