"""Which names of different sources mean the same: one assignment over all names at once.

The score of two entities adds what their names say (``compare.weigh``) and what stands around
them: the same names beside them, the same roles and titles, the same sentences. Names alone decide
against (two given names, two directions, two numbers); context alone never decides for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from factdiff.alignment import Alignment
from factdiff.kinds.names.adopting import Match, adopted
from factdiff.kinds.names.apart import apart
from factdiff.kinds.names.clusters import Cluster, clusters, common_kind
from factdiff.kinds.names.compare import compare_names
from factdiff.kinds.names.fold import fold, words
from factdiff.kinds.names.swapped import in_place, near_miss, shared_name
from factdiff.kinds.names.tables import word_list
from factdiff.model import Claim, Evidence, Group, Kind
from factdiff.settings import Settings

CAN_BE_LEFT_OUT = frozenset({"name.short_form", "name.extra_word", "name.extra_last"})
SAME_SENTENCE = 0.75  # share of content words in common


NOTHING = Match(0.0, ())


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:  # noqa: ARG001
    """One group for each entity; every claim is in exactly one.

    ``alignment`` is not used: names are aligned first, other kinds build on the outcome.
    """
    from factdiff.kinds.assign import assign  # scipy: `compare_names` has no need of it

    found = clusters(claims)
    matches = _Matches(found)
    keys = [(c.kind, words(c.names[0])) for c in found]
    joined = assign([c.source for c in found], matches.score, settings.name_match, keys)
    joined = adopted(found, joined, matches, settings.name_match)
    return [_group(found, members, sure, matches) for members, sure in joined]


class _Matches:
    """Scores of pairs, each computed once, whichever way round it is asked for."""

    def __init__(self, found: Sequence[Cluster]) -> None:
        self.found = found
        self.known: dict[tuple[int, int], Match] = {}
        self.near: dict[int, set[int]] = defaultdict(set)
        self.bearers: dict[tuple[str, str, str], set[int]] = defaultdict(set)
        for number, cluster in enumerate(found):
            for word in _words(cluster):
                self.bearers[cluster.source, cluster.kind, word].add(number)

    def score(self, left: int, right: int) -> float:
        """How sure it is that two clusters are one entity, 0 to 1."""
        return self.of(left, right).score

    def of(self, left: int, right: int) -> Match:
        """The match of two clusters with its evidence; kept only where there is something to it."""
        if not self.found[left].handles & self.found[right].handles:
            return NOTHING
        key = (min(left, right), max(left, right))
        if key not in self.known:
            self.known[key] = self._weigh(self.found[key[0]], self.found[key[1]])
            if self.known[key] is not NOTHING:
                self.near[left].add(right)
                self.near[right].add(left)
        return self.known[key]

    def _weigh(self, left: Cluster, right: Cluster) -> Match:
        equal = _same_words(left, right)
        around = _context(left, right)
        if left.kind is not right.kind:
            costs = apart(left, right, equal, around)
            if costs is None:
                return NOTHING
            around.append(costs)
        names = _names_evidence(left, right)
        around += self._only_bearers(left, right, names)
        if any(piece.feature == "name.typo_wide" for piece in names):
            around += _same_office(left, right)
        around += self._in_place(left, right, names, around)
        around += near_miss(left, right, names)
        around += _nothing_ties(names, around)
        total = sum(piece.weight for piece in (*names, *around))
        if equal:
            total = max(total, 6.0 if left.kind is right.kind else 4.0)
        # two decimals are enough for an order, and the same on every machine
        return Match(round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 4), (*names, *around))

    def _in_place(
        self, left: Cluster, right: Cluster, names: Sequence[Evidence], around: Sequence[Evidence]
    ) -> list[Evidence]:
        """Two given names at one place in the story, where nobody else has the family name."""
        tie = in_place(left, right, names, around)
        shared = shared_name(left, right) if tie is not None else None
        if tie is None or shared is None:
            return []
        if any(self._bearers_of(c, frozenset({shared})) != 1 for c in (left, right)):
            return []
        return [tie]

    def _only_bearers(
        self, left: Cluster, right: Cluster, names: Sequence[Evidence]
    ) -> list[Evidence]:
        """`Trump` in one article, `Donald Trump` in the other: there is nobody else he could be."""
        features = {piece.feature for piece in names}
        if not features & CAN_BE_LEFT_OUT:
            return []
        if any(piece.weight <= -2.5 for piece in names if piece.feature not in CAN_BE_LEFT_OUT):
            return []  # each has words of its own: it is not one shortened
        shared = _words(left) & _words(right)
        if not shared or any(self._bearers_of(c, shared) != 1 for c in (left, right)):
            return []
        return [Evidence("only_bearer", 2.5, "no other name in either article has these words")]

    def _bearers_of(self, cluster: Cluster, shared: frozenset[str]) -> int:
        """How many names of the cluster's source and kind have all the shared words."""
        holders = [self.bearers[cluster.source, cluster.kind, word] for word in sorted(shared)]
        return len(set.intersection(*holders))


def _nothing_ties(names: Sequence[Evidence], around: Sequence[Evidence]) -> list[Evidence]:
    """Two stories can have a Priya Raghunathan, inspector, and a Priya Ranganathan, judge."""
    far = any(piece.feature == "name.typo_far" for piece in names)
    if not far or any(piece.weight > 0 for piece in around):
        return []
    return [Evidence("untied", -2.0, "nothing around the two names is the same")]


def _words(cluster: Cluster) -> frozenset[str]:
    return frozenset(word for name in cluster.names for word in fold(name).split())


def _same_words(left: Cluster, right: Cluster) -> bool:
    ours = {words(name) for name in left.names}
    return any(words(name) in ours for name in right.names)


def _names_evidence(left: Cluster, right: Cluster) -> tuple[Evidence, ...]:
    """The evidence of the two names, one of each side, that are most alike."""
    kind = common_kind(left.kind, right.kind)
    best = max(
        (compare_names(one, other, kind=kind) for one in left.names for other in right.names),
        key=lambda c: (c.score, c.reason),
    )
    return best.evidence or (Evidence("name.equal", 6.0, best.reason),)


def _context(left: Cluster, right: Cluster) -> list[Evidence]:
    found = []
    beside = sorted(left.beside & right.beside)
    if beside:
        said = ", ".join(beside[:3])
        found.append(
            Evidence(
                "beside", round(min(1.6, 0.4 * len(beside)), 2), f"both are named beside {said}"
            )
        )
    roles = sorted(left.roles & right.roles)
    if roles:
        said = ", ".join(roles[:3])
        found.append(
            Evidence("roles", round(min(1.2, 0.25 * len(roles)), 2), f"both stand by {said}")
        )
    titles = sorted(left.titles & right.titles)
    if titles:
        found.append(Evidence("titles", 0.8, f"both are called {titles[0]}"))
    alike = _same_sentence(left, right)
    if alike:
        found.append(Evidence("sentence", 4.0, "they stand in the same sentence, word for word"))
    return found


def _same_office(left: Cluster, right: Cluster) -> list[Evidence]:
    """One mayor of one town: two names as near as that are one name, misspelt."""
    ours, theirs = (c.roles | c.titles for c in (left, right))
    office = sorted(ours & theirs & word_list("sole_office"))
    place = {word for name in left.beside & right.beside for word in words(name)}
    place |= {word for word in ours & theirs if word not in word_list("sole_office")}
    if not office or not place:
        return []
    return [Evidence("office", 3.0, f"both are called {office[0]}, of the same {sorted(place)[0]}")]


def _same_sentence(left: Cluster, right: Cluster) -> bool:
    """Whether a sentence about one is nearly the same as one about the other."""
    for ours in left.sentences:
        for theirs in right.sentences:
            together = len(ours | theirs)
            if together >= 4 and len(ours & theirs) >= SAME_SENTENCE * together:
                return True
    return False


def _group(
    found: Sequence[Cluster], members: tuple[int, ...], sure: float, matches: _Matches
) -> Group:
    claims = tuple(
        sorted((c for i in members for c in found[i].claims), key=lambda c: (c.source, c.start))
    )
    evidence: tuple[Evidence, ...] = ()
    for one, other in pairwise(members):
        evidence += matches.of(one, other).evidence
    return Group(
        kind=_kind(claims),
        claims=claims,
        score=round(sure, 4),
        evidence=evidence,
        rejected=_rejected(found, members, matches),
    )


def _kind(claims: Sequence[Claim]) -> Kind:
    counted = Counter(claim.kind for claim in claims)
    return max(counted, key=lambda kind: (counted[kind], -list(counted).index(kind)))


def _rejected(
    found: Sequence[Cluster], members: tuple[int, ...], matches: _Matches
) -> tuple[Evidence, ...]:
    """Near candidates of other sources that were left out, with the reason that weighed most."""
    near = []
    for at in members:
        for other in sorted(matches.near[at] - set(members)):
            scored = matches.of(at, other)
            if scored.score < 0.05:
                continue
            against = min(scored.evidence, key=lambda p: (p.weight, p.reason))
            why = against.reason if against.weight < 0 else "another name fits better"
            name = found[other].names[0]
            near.append(Evidence(f"not {name}", round(scored.score - 1, 2), why))
    return tuple(near[:5])
