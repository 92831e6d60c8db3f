"""Which dates date the same event: one assignment over all mentions, then mentions gathered."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.kinds.assign import assign
from factdiff.kinds.dates.likeness import Sight, likeness, related
from factdiff.kinds.dates.relation import Relation
from factdiff.kinds.dates.value import DateValue
from factdiff.model import Alignment, Claim, Evidence, Group
from factdiff.settings import Settings

# how much more (or less) than ``Settings.date_match`` the events must be alike, by relation
MARGINS = {
    Relation.EQUAL: -0.42,  # the same date in two articles on one story is seldom chance
    Relation.WITHIN: -0.30,  # Thursday / July 9
    Relation.OPEN: -0.22,  # yesterday / Thursday: the events alone must tell
    Relation.UNLIKE: 0.30,  # last night / last summer: only in a copied sentence
    Relation.APART: 0.12,  # Thursday / Friday: only where event and participants are the same
}
# how sure two dates belong together before their events are looked at, once they pass the floor
SURE = {
    Relation.EQUAL: 0.6,
    Relation.WITHIN: 0.5,
    Relation.OPEN: 0.3,
    Relation.UNLIKE: 0.2,
    Relation.APART: 0.0,  # only what the events say
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
    relation = related(left, right)
    alike = likeness(left, right)[0]
    floor = settings.date_match + MARGINS[relation]
    if relation is Relation.APART and left.value.event.reporting:
        floor = SAID_FLOOR
    if relation is Relation.EQUAL and is_exact(left.core):
        floor, alike = 0.0, max(alike, 0.2)
    return round(SURE[relation] + (1 - SURE[relation]) * alike, 4) if alike >= floor else 0.0


def is_exact(value: DateValue) -> bool:
    """A day with its hour or part (``Friday night``): equal ones need little more to be one."""
    return bool(value.edtf or value.weekday) and (value.clock >= 0 or bool(value.part))


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
