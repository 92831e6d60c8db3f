"""Which quotations of different sources are one utterance: those that share their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factdiff.alignment import Alignment
from factdiff.kinds.assign import assign
from factdiff.kinds.quotes.index import candidates
from factdiff.kinds.quotes.relation import NONE, Relation, Tie, relate
from factdiff.kinds.quotes.spellings import is_formula
from factdiff.kinds.quotes.value import QuoteValue, folded
from factdiff.model import Claim, Evidence, Group, Kind
from factdiff.settings import Settings

SPEAKER = 0.1  # of the score: the same speaker tells two near quotations apart
TWO_SPEAKERS = 0.9  # share of words from which even two speakers are taken to say one thing
Cluster = tuple[Claim, ...]
Scores = dict[tuple[int, int], float]


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Group the quotations that are one utterance, whole or cut, right or with a word changed.

    The parts into which one source divides what another quotes at a stretch join its group.
    """
    clusters = _clusters(claims)
    ties = _ties(clusters)
    scores = {
        pair: _score(tie, clusters[pair[0]][0], clusters[pair[1]][0], alignment)
        for pair, tie in ties.items()
        if _is_one_utterance(tie, clusters[pair[0]][0], clusters[pair[1]][0], alignment, settings)
    }
    members = _joined(clusters, scores, settings.quote_match)
    return [_group([clusters[i] for i in group], score) for group, score in members]


def quotation(claim: Claim) -> QuoteValue:
    """The value of a quotation's claim, also where only its words are known."""
    value = claim.value
    return value if isinstance(value, QuoteValue) else QuoteValue(str(value), claim.subject)


def _clusters(claims: Sequence[Claim]) -> list[Cluster]:
    """What one source quotes twice in the same words is one thing."""
    same: dict[tuple[str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.start)):
        same[claim.source, folded(str(claim.value))].append(claim)
    return [tuple(cluster) for cluster in same.values()]


def _ties(clusters: Sequence[Cluster]) -> dict[tuple[int, int], Relation]:
    words = [str(cluster[0].value) for cluster in clusters]
    found = {}
    for left, right in candidates(words):
        if clusters[left][0].source != clusters[right][0].source:
            found[left, right] = relate(words[left], words[right])
    return {pair: tie for pair, tie in found.items() if tie != NONE}


def _is_one_utterance(
    tie: Relation, left: Claim, right: Claim, alignment: Alignment, settings: Settings
) -> bool:
    """Words nearly the same; of two speakers only where they are all but identical."""
    if tie.tie is Tie.NONE or tie.share < settings.quote_match:
        return False
    if speakers_agree(left, right, alignment) is not False:
        return True
    return tie.share >= TWO_SPEAKERS and not is_formula(folded(str(left.value)))


def _score(tie: Relation, left: Claim, right: Claim, alignment: Alignment) -> float:
    same = speakers_agree(left, right, alignment)
    return (1 - SPEAKER) * tie.share + (SPEAKER if same is not False else 0.0)


def speakers_agree(left: Claim, right: Claim, alignment: Alignment) -> bool | None:
    """Whether two quotations have one speaker; None where either does not name a person."""
    one, two = quotation(left), quotation(right)
    if not (one.speaker and two.speaker and one.person and two.person):
        return None
    same = alignment.same(left, right, (one.speaker, two.speaker))
    slip = not same and _is_slip(one.speaker, two.speaker, left, right, alignment)
    return None if slip else same


def _is_slip(one: str, two: str, left: Claim, right: Claim, alignment: Alignment) -> bool:
    """``Paul Lee`` and ``Walter Lee``, each known to one article alone: a finding on the name."""
    family = one.casefold().split()[-1] == two.casefold().split()[-1]
    known = alignment.keys
    apart = (right.source, one.casefold()) in known or (left.source, two.casefold()) in known
    return family and not apart


def _joined(
    clusters: Sequence[Cluster], scores: Scores, floor: float
) -> list[tuple[list[int], float]]:
    """Assign within each web of candidates; then let what is left over join its best partner."""
    groups: list[tuple[list[int], float]] = []
    for web in _webs(len(clusters), scores):
        owners = [clusters[i][0].source for i in web]

        def score(a: int, b: int, web: list[int] = web) -> float:
            left, right = sorted((web[a], web[b]))
            return scores.get((left, right), 0.0)

        found = [([web[i] for i in group], s) for group, s in assign(owners, score, floor)]
        groups += _with_parts(found, scores)
    return sorted(groups)


def _webs(size: int, scores: Scores) -> list[list[int]]:
    """The connected parts of the graph of candidates: nothing is compared across them."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for left, right in scores:
        a, b = sorted((root(left), root(right)))
        parent[b] = a
    webs: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        webs[root(i)].append(i)
    return list(webs.values())


def _with_parts(
    found: list[tuple[list[int], float]], scores: Scores
) -> list[tuple[list[int], float]]:
    """A cluster alone joins the group of the one it fits best: ``"A," he said, "B"``."""
    together = [(group, score) for group, score in found if len(group) > 1]
    home = {i: n for n, (group, _) in enumerate(together) for i in group}
    alone = []
    for group, score in found:
        if len(group) > 1:
            continue
        i = group[0]
        partners = [(s, -(p if q == i else q)) for (p, q), s in scores.items() if i in (p, q)]
        best = max(((s, -p) for s, p in partners if -p in home), default=None)
        if best is None:
            alone.append((group, score))
        else:
            n = home[best[1]]
            together[n] = (sorted([*together[n][0], i]), min(together[n][1], best[0]))
    return together + alone


def _group(clusters: Sequence[Cluster], score: float) -> Group:
    claims = tuple(claim for cluster in clusters for claim in cluster)
    if len({claim.source for claim in claims}) == 1:
        return Group(Kind.QUOTE, claims)
    reason = "The quotations share their words."
    return Group(Kind.QUOTE, claims, score, (Evidence("words", round(score, 2), reason),))
