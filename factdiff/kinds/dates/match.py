"""Which dates date the same event: one assignment over all mentions, then mentions gathered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.kinds.assign import assign
from factdiff.kinds.dates.likeness import Sight, likeness, related
from factdiff.kinds.dates.relation import Relation
from factdiff.model import Alignment, Claim, Evidence, Group
from factdiff.settings import Settings

# how much more (or less) than ``Settings.date_match`` the events must be alike, by relation
MARGINS = {
    Relation.EQUAL: -0.30,  # the same date in sentences that share little is seldom chance
    Relation.WITHIN: -0.20,  # Thursday / July 9
    Relation.OPEN: -0.05,  # yesterday / Thursday: the events alone must tell
    Relation.APART: 0.25,  # Thursday / Friday: only where event and participants are the same
}
SAID_FLOOR = 0.85  # police may speak on several days: only a copied sentence makes a conflict
GATHER = 0.30  # likeness from which equal dates of one source are mentions of one day's event


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Every claim in exactly one group; dates of one event together, in any number of sources."""
    sights = [Sight.of(c, alignment) for c in sorted(claims, key=lambda c: (c.source, c.start))]
    if not sights:
        return []
    owners = [sight.claim.source for sight in sights]
    scores = _scores(sights, settings)
    parts = assign(owners, lambda i, j: scores.get((min(i, j), max(i, j)), 0.0), 0.01)
    return [_group(members, score, sights) for members, score in _gathered(parts, sights)]


def _scores(sights: Sequence[Sight], settings: Settings) -> dict[tuple[int, int], float]:
    found = {}
    for i, j in combinations(range(len(sights)), 2):
        left, right = sights[i], sights[j]
        if left.claim.source != right.claim.source and (score := link(left, right, settings)):
            found[i, j] = score
    return found


def link(left: Sight, right: Sight, settings: Settings) -> float:
    """How surely two dates belong together, 0 where they do not."""
    if not left.sentence.isdisjoint(right.sentence) or not left.names.isdisjoint(right.names):
        alike = likeness(left, right)[0]
    elif left.sentence or right.sentence:
        return 0.0
    else:
        alike = 0.5
    relation = related(left, right)
    floor = settings.date_match + MARGINS[relation]
    if relation is Relation.APART and left.value.event.reporting:
        floor = SAID_FLOOR
    if alike < floor:
        return 0.0
    # nearer relations win over farther ones of the same likeness
    return round(alike * (1 - 0.1 * relation), 4)


Part = tuple[tuple[int, ...], float]


def _gathered(parts: Sequence[Part], sights: Sequence[Sight]) -> list[Part]:
    """Parts that say the same date of the same event become one."""
    merged: list[tuple[list[int], float]] = []
    for members, score in sorted(parts, key=lambda part: (-len(part[0]), part[0])):
        home = next((m for m in merged if _belongs(members, m[0], sights)), None)
        if home is None:
            merged.append((list(members), score))
        else:
            home[0].extend(members)
    return [(tuple(sorted(members)), score) for members, score in merged]


def _belongs(members: Sequence[int], home: Sequence[int], sights: Sequence[Sight]) -> bool:
    """Whether all dates of two parts are equal and two of one source date like events."""
    forms = {sights[n].core.form.casefold() for n in (*members, *home)}
    if len(forms) > 1:
        first = {sights[n].core.form.casefold() for n in members}
        if len(members) > 1 or not first <= {sights[n].core.form.casefold() for n in home}:
            return False
        if any(related(sights[members[0]], sights[n]) is Relation.APART for n in home):
            return False
    same = [
        (sights[i], sights[j])
        for i in members
        for j in home
        if sights[i].claim.source == sights[j].claim.source
    ]
    return any(likeness(left, right)[0] >= GATHER for left, right in same)


def _group(members: tuple[int, ...], score: float, sights: Sequence[Sight]) -> Group:
    claims = tuple(sights[n].claim for n in members)
    return Group(
        kind=claims[0].kind,
        claims=claims,
        score=score,
        evidence=_evidence([sights[n] for n in members]),
    )


def _evidence(sights: Sequence[Sight]) -> tuple[Evidence, ...]:
    """What spoke for the surest pair of different sources."""
    pairs = [
        likeness(left, right)
        for left, right in combinations(sights, 2)
        if left.claim.source != right.claim.source
    ]
    return max(pairs, key=lambda pair: pair[0])[1] if pairs else ()
