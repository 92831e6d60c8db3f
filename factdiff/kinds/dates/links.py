"""Which two dates of different sources may belong together, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from factdiff.kinds.dates.edtf import days_of
from factdiff.kinds.dates.kinship import Entities, strangers
from factdiff.kinds.dates.likeness import (
    Sight,
    akin,
    copied,
    likeness,
    related,
    same_deed,
    states_year,
    told_apart,
)
from factdiff.kinds.dates.parties import strangers_in, term
from factdiff.kinds.dates.relation import Relation, scale
from factdiff.model import Evidence
from factdiff.settings import Settings

# how much more (or less) than ``Settings.date_match`` the events must be alike, by relation
MARGINS = {
    Relation.EQUAL: -0.42,  # the same date in two articles on one story is seldom chance
    Relation.WITHIN: -0.32,  # Thursday / July 9
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
FAR = {"day": 45, "month": 400, "year": 2000, "range": 400}
ASIDE = 0.5  # share of that sureness for a day of writing: a day in the text goes first
NEVER = 2.0  # likeness is at most 1
STRANGE = 0.12  # the same, at least, for articles of different stories
LONE = -0.08  # the same for dates apart that have no rival in either article
CLEAR = 0.20  # by how much they must then be more alike than either is to anything else
NEAR_MISS = 0.40  # likeness from which dates that were not joined are worth telling
MANY = 250_000  # pairs up to which all are looked at; beyond, those alike in value or sentence
CROWD = 40  # mentions of one source that are looked at for one value or sentence then


@dataclass(slots=True)
class Links:
    """What was found between mentions, by their numbers.

    ``scores`` are the pairs that may be joined, ``misses`` the nearest pair of a mention that may
    not, ``nearest`` the two greatest likenesses of a mention to those of another source.
    """

    scores: dict[tuple[int, int], float] = field(default_factory=dict)
    misses: dict[int, Evidence] = field(default_factory=dict)
    nearest: dict[tuple[int, str], tuple[float, float]] = field(default_factory=dict)
    taken: set[tuple[int, str]] = field(default_factory=set)

    def see(self, one: int, source: str, alike: float) -> None:
        """Remember how like a mention is to some mention of a source."""
        first, second = self.nearest.get((one, source), (0.0, 0.0))
        if alike > second:
            self.nearest[one, source] = (max(first, alike), min(first, alike))

    def rival(self, one: int, source: str, alike: float) -> float:
        """The greatest likeness to another mention of the source than the one that is ``alike``."""
        first, second = self.nearest.get((one, source), (0.0, 0.0))
        return second if alike >= first else first

    def miss(self, one: int, missed: Evidence) -> None:
        """Remember a near miss, the nearest of each mention."""
        known = self.misses.get(one)
        if known is None or (-known.weight, known.reason) > (-missed.weight, missed.reason):
            self.misses[one] = missed


def links_between(sights: Sequence[Sight], entities: Entities, settings: Settings) -> Links:
    """The pairs of mentions that may be joined: by their floors, then those without a rival."""
    strange = _strange(entities)
    links = Links()
    doubtful: list[tuple[int, int, Relation, float, float]] = []
    for i, j in _pairs(sights):
        left, right = sights[i], sights[j]
        relation, raw = related(left, right), likeness(left, right)
        unknown = frozenset((left.source, right.source)) in strange
        alike = raw
        if relation is Relation.APART:
            alike = max(copied(left, right), 0.0 if unknown else _apart(left, right, raw))
        links.see(i, right.source, raw)
        links.see(j, left.source, raw)
        if alike >= _floor(left, right, relation, settings, unknown=unknown):
            sure = SURE[relation] * (ASIDE if one_aside(left, right) else 1.0)
            links.scores[i, j] = round(sure + (1 - sure) * max(alike, 0.05), 4)
            links.taken |= {(i, right.source), (j, left.source)}
        elif alike >= NEAR_MISS:
            doubtful.append((i, j, relation, raw, alike))
    lone = {}
    for i, j, relation, raw, alike in doubtful:
        left, right = sights[i], sights[j]
        rivals = max(links.rival(i, right.source, raw), links.rival(j, left.source, raw))
        free = not {(i, right.source), (j, left.source)} & links.taken
        sure = alike >= settings.date_match + LONE and raw - rivals >= CLEAR
        if free and sure and relation is Relation.APART and _lone(left, right):
            lone[i, j] = round(alike, 4)
            continue
        missed = _miss(left, right, alike, _floor(left, right, relation, settings))
        links.miss(i, missed)
        links.miss(j, missed)
    links.scores |= lone
    return links


def _strange(entities: Entities) -> set[frozenset[str]]:
    """The pairs of sources that are of different stories."""
    return {
        frozenset(pair)
        for pair in combinations(entities, 2)
        if strangers(entities[pair[0]], entities[pair[1]])
    }


def _apart(left: Sight, right: Sight, alike: float) -> float:
    """How alike two events with different dates are, in view of what tells like events apart."""
    terms = term(left, right)
    alike += terms - told_apart(left, right) - (0.0 if terms else strangers_in(left, right))
    if not _comparable(left, right) or not (terms or akin(left, right)):
        return min(alike, NEAR_MISS)
    return alike


def _pairs(sights: Sequence[Sight]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions of different sources, ascending."""
    numbers = range(len(sights))
    if len(sights) ** 2 <= 2 * MANY:
        yield from (
            (i, j) for i, j in combinations(numbers, 2) if sights[i].source != sights[j].source
        )
        return
    buckets: dict[object, dict[str, list[int]]] = {}
    for number, sight in enumerate(sights):
        for key in (sight.core.form.casefold(), sight.sentence):
            few = buckets.setdefault(key, {}).setdefault(sight.source, [])
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


def _lone(left: Sight, right: Sight) -> bool:
    """Whether two dates apart may meet for want of a rival: both days known or both but weekdays.

    Not where other numbers or ranks are told: 200 drowned in one year, 340 in another.
    """
    return bool(left.core.edtf) == bool(right.core.edtf) and not told_apart(left, right)


def _floor(
    left: Sight, right: Sight, relation: Relation, settings: Settings, *, unknown: bool = False
) -> float:
    """How alike two events must be for their dates to be joined; ``unknown`` of two stories."""
    if unknown:
        return settings.date_match + max(STRANGE, MARGINS[relation])
    if one_aside(left, right) and relation > Relation.WITHIN:
        return NEVER  # the day of writing is no loose guess at an event's
    bare = not (left.sentence or right.sentence)
    if relation is Relation.EQUAL and (is_exact(left) or bare):
        return 0.0
    if relation is Relation.OPEN and scale(left.core) != "day":
        return _unresolved_floor(left, right, settings)
    if relation is Relation.WITHIN:
        if states_year(left) and states_year(left) == states_year(right):
            relation = Relation.EQUAL  # 1987 / December 1987
        elif not (left.core.edtf and right.core.edtf) and scale(left.core) != scale(right.core):
            return settings.date_match  # Saturday / 1998
    return settings.date_match + MARGINS[relation]


def _unresolved_floor(left: Sight, right: Sight, settings: Settings) -> float:
    """``last year`` / ``2000``: the verbs must be alike too; never ``next year`` / ``2000``."""
    if left.value.event.ahead != right.value.event.ahead:
        return NEVER
    if scale(left.core) == "year" and not same_deed(left, right):
        return NEVER
    return settings.date_match


def one_aside(left: Sight, right: Sight) -> bool:
    """Whether one of the two is but the day of writing."""
    return left.value.event.aside != right.value.event.aside


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
