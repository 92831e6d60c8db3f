"""Sentences that two sources share but for a figure: the surest sign of a changed number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factdiff.kinds.quantities.affinity import ONE_EVENT, SURE, Affinity
from factdiff.kinds.quantities.candidates import CROWD
from factdiff.kinds.quantities.company import TWIN, likeness
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.families import kinship
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.value import quantity_of
from factdiff.model import Claim, Evidence, Group, Kind, Verdict

LONG = 7  # words from which a sentence is nobody's formula: `The margin of error was three points`
LEAST = 3  # words that two sentences must share: `Two died` and `Three died` are no twins yet
SHIFT = 8  # letters by which `two` and `fifteen` may move the neighbour

Sentence = tuple[Claim, ...]


def differing_twins(claims: Sequence[Claim], affinity: Affinity) -> list[Group]:
    """Groups of claims whose sentences are the same and whose figures cannot both be right.

    They are taken out before mentions are gathered, lest a toll that stands right elsewhere in
    the article hides the changed one. Only two accounts of one event have twins: formulas are
    said of any company. A claim is in at most one group.
    """
    sentences = _sentences(claims)
    links: list[tuple[Claim, Claim]] = []
    for left, right in combinations(sorted(sentences), 2):
        near = affinity.between(left, right)
        for ours, theirs in _sentence_pairs(sentences[left], sentences[right]):
            short = len(ours[0].context.lemmas) < LONG
            if near < (SURE if short else ONE_EVENT):
                continue
            links += [pair for pair in zip(ours, theirs, strict=True) if _differs(*pair)]
    return [_group(members) for members in _components(links)]


def _sentences(claims: Sequence[Claim]) -> dict[str, list[Sentence]]:
    gathered: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.source, claim.start, claim.end)):
        gathered[claim.source, claim.sentence.start].append(claim)
    found: dict[str, list[Sentence]] = defaultdict(list)
    for (source, _), members in gathered.items():
        found[source].append(tuple(members))
    return found


def _sentence_pairs(
    left: list[Sentence], right: list[Sentence]
) -> Iterator[tuple[Sentence, Sentence]]:
    """The sentences that are the same but for a figure, each with its one best partner.

    Sentences that both sources have word for word are each other's and no one else's.
    """
    used_left, used_right = _equals(left, right)
    scored = sorted(
        (-likeness, i, j)
        for i, j in _candidates(left, right, used_left, used_right)
        if (likeness := _likeness(left[i], right[j])) >= TWIN
    )
    for _, i, j in scored:
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            yield left[i], right[j]


def _equals(left: list[Sentence], right: list[Sentence]) -> tuple[set[int], set[int]]:
    """The places of the sentences that both have word for word."""
    waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, sentence in enumerate(right):
        waiting[_words(sentence)].append(at)
    equal_left: set[int] = set()
    equal_right: set[int] = set()
    for at, sentence in enumerate(left):
        same = waiting.get(_words(sentence))
        if same:
            equal_left.add(at)
            equal_right.add(same.pop(0))
    return equal_left, equal_right


def _words(sentence: Sentence) -> tuple[object, ...]:
    return tuple((claim.text, claim.context.lemmas) for claim in sentence)


def _candidates(
    left: list[Sentence], right: list[Sentence], used_left: set[int], used_right: set[int]
) -> list[tuple[int, int]]:
    shelves: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, sentences in enumerate((left, right)):
        used = (used_left, used_right)[side]
        for at, sentence in enumerate(sentences):
            if at in used:
                continue
            for word in sentence[0].context.lemmas:
                shelves[word][side].append(at)
    pairs: dict[tuple[int, int], int] = defaultdict(int)
    for ours, theirs in shelves.values():
        if len(ours) + len(theirs) <= CROWD:
            for i in ours:
                for j in theirs:
                    pairs[i, j] += 1
    return sorted(
        (i, j)
        for (i, j), shared in pairs.items()
        if shared >= LEAST
        or (_same_words(left[i], right[j]) and (shared > 1 or _beside(left, right, i, j)))
    )


def _same_words(left: Sentence, right: Sentence) -> bool:
    """A short sentence or headline: every word the same."""
    return set(left[0].context.lemmas) == set(right[0].context.lemmas)


def _beside(left: list[Sentence], right: list[Sentence], i: int, j: int) -> bool:
    """Whether the number before or after stands equally far away in both: a copied paragraph."""
    for step in (-1, 1):
        if 0 <= i + step < len(left) and 0 <= j + step < len(right):
            one, two = left[i + step][0], right[j + step][0]
            ours = one.start - left[i][0].start
            theirs = two.start - right[j][0].start
            if one.text == two.text and abs(ours - theirs) <= SHIFT:
                return True
    return False


def _likeness(left: Sentence, right: Sentence) -> float:
    if len(left) != len(right):
        return 0.0
    return min(likeness(a, b) for a, b in zip(left, right, strict=True))


def _differs(left: Claim, right: Claim) -> bool:
    one, two = quantity_of(left), quantity_of(right)
    if dimension_of(one) != dimension_of(two):
        return False
    states = {one.thing.state, two.thing.state} - {""}
    if len(states) > 1 and set(left.context.lemmas) != set(right.context.lemmas):
        return False  # `ten people were killed when`, `12 people were injured when`
    # of a sum or measure the parse only guesses what it is of
    if left.kind is Kind.COUNT and not _same_noun(left, right):
        return False
    return relate(one, two, twins=True).verdict is Verdict.CONFLICT


def _same_noun(left: Claim, right: Claim) -> bool:
    """Related heads, or one text's words all in the other's, where the parse errs on the noun."""
    if kinship(quantity_of(left).thing.head, quantity_of(right).thing.head) >= 0.3:
        return True
    ours, theirs = (set(claim.text.lower().split()[1:]) for claim in (left, right))
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def _components(links: list[tuple[Claim, Claim]]) -> list[list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for left, right in links:
        ours = groups.get(id(left), [left])
        theirs = groups.get(id(right), [right])
        if ours is theirs:
            continue
        ours = ours + theirs
        for claim in ours:
            groups[id(claim)] = ours
    return list({id(members): members for members in groups.values()}.values())


def _group(members: list[Claim]) -> Group:
    members = sorted(members, key=lambda claim: (claim.source, claim.start))
    reason = Evidence("same sentence", 1.0, "the same sentence but for the figure")
    return Group(members[0].kind, tuple(members), 0.97, (reason,))
