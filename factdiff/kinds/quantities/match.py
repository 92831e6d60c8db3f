"""Which quantities of different sources measure the same thing.

First each source's mentions of one quantity are gathered (``at least 10 people`` … ``Ten dead``),
then what the sources say is assigned one to one. Two values that cannot both be true are joined
only on strong evidence: a false conflict costs more than a missed one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from factdiff.alignment import Alignment
from factdiff.kinds.assign import assign
from factdiff.kinds.quantities.clusters import clusters_of
from factdiff.kinds.quantities.links import links_between
from factdiff.kinds.quantities.pairing import Pairing
from factdiff.kinds.quantities.rejected import other_currency, rejected_for
from factdiff.kinds.quantities.story import Story
from factdiff.kinds.quantities.twins import differing_twins
from factdiff.kinds.quantities.wholes import with_shares
from factdiff.model import Claim, Group, Kind
from factdiff.settings import Settings


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Group the claims: each is in exactly one group, whatever the order of the sources."""
    pairing = Pairing(Story(claims, alignment), alignment, settings)
    groups: list[Group] = []
    by_kind: dict[str, list[Claim]] = {}
    for claim in claims:
        by_kind.setdefault(claim.kind, []).append(claim)
    for kind in sorted(by_kind):
        twins = differing_twins(by_kind[kind], pairing.story.affinity)
        taken = {id(claim) for group in twins for claim in group.claims}
        rest = [claim for claim in by_kind[kind] if id(claim) not in taken]
        groups += [*twins, *_assigned(rest, pairing, settings)]
    return with_shares(groups, pairing)


def _assigned(claims: list[Claim], pairing: Pairing, settings: Settings) -> list[Group]:
    clusters = clusters_of(claims, pairing)
    owners = [cluster[0].source for cluster in clusters]
    links = links_between(clusters, pairing)
    sums = [claim for claim in claims if claim.kind is Kind.MONEY]
    groups = []
    for part in links.components():
        within = partial(links.score_within, part)
        local = [owners[at] for at in part]
        for members, score in assign(local, within, settings.quantity_match):
            joined = [part[at] for at in members]
            rejected = rejected_for(joined, clusters, links, pairing)
            if len(joined) == 1:
                rejected += other_currency(clusters[joined[0]][0], sums, pairing)
            said = tuple(claim for at in joined for claim in clusters[at])
            evidence = links.evidence(joined)
            groups.append(Group(said[0].kind, said, round(score, 2), evidence, rejected))
    return groups
