"""Which dates date the same event: one assignment over all mentions, then mentions gathered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from factdiff.kinds.assign import assign
from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.gather import Part, gathered
from factdiff.kinds.dates.likeness import Sight, copied, evidence_of, likeness, related, told_apart
from factdiff.kinds.dates.relation import Relation, scale
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
    Relation.WITHIN: 0.4,
    Relation.OPEN: 0.3,
    Relation.UNLIKE: 0.2,
    Relation.APART: 0.0,  # only what the events say
}
# days by which two articles may be apart on one event, by the scale on which they date it
FAR = {"day": 45, "month": 400, "year": 1500, "range": 400}
NEAR_MISS = 0.40  # likeness from which dates that were not joined are worth telling
MANY = 250_000  # pairs up to which all are looked at; beyond, those alike in value or sentence
CROWD = 40  # mentions of one source that are looked at for one value or sentence then


@dataclass(slots=True)
class Links:
    """What was found between the mentions: scores of pairs, and near misses by mention."""

    scores: dict[tuple[int, int], float] = field(default_factory=dict)
    misses: dict[int, Evidence] = field(default_factory=dict)


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Every claim in exactly one group; dates of one event together, in any number of sources.

    Mentions that say the same in the same words count as one. The order of the claims and of
    the sources changes nothing.
    """
    ordered = sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end))
    mentions: dict[object, list[Sight]] = {}
    for claim in ordered:
        sight = Sight.of(claim, alignment)
        mentions.setdefault(sight.key, []).append(sight)
    said = list(mentions.values())
    sights = [same[0] for same in said]
    links = _links(sights, settings)
    parts = gathered(_assigned(sights, links), sights)
    return [_group(part, said, links) for part in parts]


def _links(sights: Sequence[Sight], settings: Settings) -> Links:
    links = Links()
    for i, j in _pairs(sights):
        left, right = sights[i], sights[j]
        relation, alike = related(left, right), likeness(left, right)
        if relation is Relation.APART:
            alike = max(copied(left, right), _apart(left, right, alike))
        need = _floor(left, right, relation, settings)
        if alike >= need:
            sure = SURE[relation]
            links.scores[i, j] = round(sure + (1 - sure) * max(alike, 0.05), 4)
        elif alike >= NEAR_MISS:
            miss = _miss(left, right, alike, need)
            for one in (i, j):
                best = links.misses.get(one)
                if best is None or best.weight < miss.weight:
                    links.misses[one] = miss
    return links


def _apart(left: Sight, right: Sight, alike: float) -> float:
    """How alike two events with different dates are, in view of what tells like events apart."""
    alike -= told_apart(left, right)
    return alike if _comparable(left, right) else min(alike, NEAR_MISS)


def _pairs(sights: Sequence[Sight]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of different sources, ascending."""
    numbers = range(len(sights))
    if len(sights) ** 2 <= 2 * MANY:
        yield from (
            (i, j) for i, j in combinations(numbers, 2) if _source(sights[i]) != _source(sights[j])
        )
        return
    buckets: dict[object, dict[str, list[int]]] = {}
    for number, sight in enumerate(sights):
        for key in (sight.core.form.casefold(), sight.sentence):
            few = buckets.setdefault(key, {}).setdefault(_source(sight), [])
            if len(few) < CROWD:
                few.append(number)
    found = {
        (min(i, j), max(i, j))
        for bucket in buckets.values()
        for one, two in combinations(sorted(bucket), 2)
        for i in bucket[one]
        for j in bucket[two]
    }
    yield from sorted(found)


def _source(sight: Sight) -> str:
    return sight.claim.source


def _floor(left: Sight, right: Sight, relation: Relation, settings: Settings) -> float:
    """How alike two events must be for their dates to be joined."""
    bare = not (left.sentence or right.sentence)
    if relation is Relation.EQUAL and (is_exact(left) or bare):
        return 0.0
    if relation is Relation.OPEN and scale(left.core) != "day":
        return settings.date_match  # last year / 2000
    return settings.date_match + MARGINS[relation]


def _comparable(left: Sight, right: Sight) -> bool:
    """Whether two dates apart can be two statements about one event of two articles.

    Not where one is the day somebody spoke, where one is past and one to come, where they differ
    in scale (``1996`` and ``6:42 a.m.`` are of two quakes) or lie far apart: an event is misdated
    by days, not by years.
    """
    one, two = left.value.event, right.value.event
    if one.reporting or two.reporting or one.ahead != two.ahead:
        return False
    if scale(left.core) != scale(right.core):
        return False
    days = days_of(left.core.edtf), days_of(right.core.edtf)
    if days[0] is None or days[1] is None or not (days[0].start and days[1].start):
        return True
    apart = abs((days[0].start - days[1].start).days)
    return apart <= FAR[scale(left.core)]


def is_exact(sight: Sight) -> bool:
    """A day with its hour or part (``Friday night``), a day of a month: equal ones are one."""
    value = sight.core
    if value.edtf.count("-") == 2 and any(c.isdigit() for c in sight.claim.text):
        return True
    return bool(value.edtf or value.weekday) and (value.clock >= 0 or bool(value.part))


def _miss(left: Sight, right: Sight, alike: float, need: float) -> Evidence:
    words = " and ".join(sorted(f"“{one.claim.text}”" for one in (left, right)))
    reason = f"{words} may date one event, but that is not sure enough ({alike:.2f} of {need:.2f})"
    return Evidence("near miss", round(alike, 2), reason)


def _assigned(sights: Sequence[Sight], links: Links) -> list[Part]:
    """The best assignment, worked out apart for mentions that nothing links."""
    parts: list[Part] = []
    for island in _islands(len(sights), links):
        owners = [_source(sights[n]) for n in island]

        def score(i: int, j: int, island: Sequence[int] = island) -> float:
            one, two = island[i], island[j]
            return links.scores.get((min(one, two), max(one, two)), 0.0)

        parts += [
            (tuple(island[n] for n in members), s) for members, s in assign(owners, score, 0.01)
        ]
    return parts


def _islands(count: int, links: Links) -> list[list[int]]:
    """Mentions that are linked, directly or through others; ascending."""
    root = list(range(count))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for i, j in links.scores:
        root[max(top(i), top(j))] = min(top(i), top(j))
    islands: dict[int, list[int]] = {}
    for n in range(count):
        islands.setdefault(top(n), []).append(n)
    return list(islands.values())


def _group(part: Part, said: Sequence[Sequence[Sight]], links: Links) -> Group:
    members, score = part
    claims = [sight.claim for n in members for sight in said[n]]
    alone = len({claim.source for claim in claims}) == 1
    misses = [links.misses[n] for n in members if n in links.misses] if alone else []
    return Group(
        kind=claims[0].kind,
        claims=tuple(sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end))),
        score=score,
        evidence=_evidence([said[n][0] for n in members]),
        rejected=tuple(sorted(set(misses), key=lambda miss: (-miss.weight, miss.reason)))[:3],
    )


def _evidence(sights: Sequence[Sight]) -> tuple[Evidence, ...]:
    """What spoke for the surest pair of different sources."""
    pairs = [
        (likeness(left, right), n, left, right)
        for n, (left, right) in enumerate(combinations(sights[:CROWD], 2))
        if _source(left) != _source(right)
    ]
    if not pairs:
        return ()
    _, _, left, right = max(pairs, key=lambda pair: (pair[0], -pair[1]))
    return evidence_of(left, right)
