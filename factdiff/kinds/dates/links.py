"""Which two dates of different sources may belong together, and how surely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from factdiff.kinds.dates.floors import NEAR_MISS, apart, floor, one_aside
from factdiff.kinds.dates.kinship import Entities, strangers
from factdiff.kinds.dates.likeness import likeness
from factdiff.kinds.dates.parties import strangers_in
from factdiff.kinds.dates.relation import Relation
from factdiff.kinds.dates.sight import Sight, copied, related, told_apart
from factdiff.model import Evidence
from factdiff.settings import Settings

# how sure two dates belong together before their events are looked at, once they pass the floor
SURE = {
    Relation.EQUAL: 0.6,
    Relation.WITHIN: 0.4,
    Relation.OPEN: 0.3,
    Relation.UNLIKE: 0.2,
    Relation.APART: 0.0,  # only what the events say
}
ASIDE = 0.5  # share of that sureness for a day of writing: a day in the text goes first
LONE = -0.08  # the same for dates apart that have no rival in either article
CLEAR = 0.20  # by how much they must then be more alike than either is to anything else
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
    beside = _beside(sights)
    doubtful: list[tuple[int, int, Relation, float, float]] = []
    for i, j in _pairs(sights):
        left, right = sights[i], sights[j]
        relation, raw = related(left, right), likeness(left, right)
        unknown = frozenset((left.source, right.source)) in strange
        alike = raw
        if relation is Relation.APART:
            told = unknown or _listed(left, beside[j]) or _listed(right, beside[i])
            alike = max(copied(left, right), 0.0 if told else apart(left, right, raw))
        links.see(i, right.source, raw)
        links.see(j, left.source, raw)
        if alike >= floor(left, right, relation, settings, unknown=unknown):
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
        missed = _miss(left, right, alike, floor(left, right, relation, settings))
        links.miss(i, missed)
        links.miss(j, missed)
    links.scores |= lone
    return links


def _beside(sights: Sequence[Sight]) -> list[list[Sight]]:
    """For each mention those that stand in its sentence."""
    sentences: dict[object, list[Sight]] = {}
    for sight in sights:
        few = sentences.setdefault((sight.source, sight.claim.sentence), [])
        if len(few) < CROWD:
            few.append(sight)
    return [sentences[sight.source, sight.claim.sentence] for sight in sights]


def _listed(sight: Sight, others: Sequence[Sight]) -> bool:
    """Whether a sentence tells this very date too: ``in May and June`` against ``in June``."""
    return any(related(sight, other) <= Relation.WITHIN for other in others)


def _strange(entities: Entities) -> set[frozenset[str]]:
    """The pairs of sources that are of different stories."""
    return {
        frozenset(pair)
        for pair in combinations(entities, 2)
        if strangers(entities[pair[0]], entities[pair[1]])
    }


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

    Not where other numbers or ranks are told: 200 drowned in one year, 340 in another; nor where
    other people act, or elsewhere.
    """
    if bool(left.core.edtf) != bool(right.core.edtf):
        return False
    return not (told_apart(left, right) or strangers_in(left, right))


def _miss(left: Sight, right: Sight, alike: float, need: float) -> Evidence:
    words = " and ".join(sorted(f"“{one.claim.text}”" for one in (left, right)))
    reason = f"{words} may date one event, but that is not sure enough ({alike:.2f} of {need:.2f})"
    return Evidence("near miss", round(alike, 2), reason)
