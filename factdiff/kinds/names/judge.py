"""The verdict on a group of names: the same form, a known variant, or a difference to explain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from factdiff.alignment import Alignment
from factdiff.kinds.names.clusters import common_kind, name_of
from factdiff.kinds.names.compare import NameComparison, compare_names
from factdiff.kinds.positions import positions_of
from factdiff.model import Claim, Comparison, Group, Judgement, Kind, Verdict
from factdiff.settings import Settings


def judge(group: Group, alignment: Alignment, settings: Settings) -> Judgement:  # noqa: ARG001 (a room's signature)
    """Hold the spellings of every two sources against each other; the worst pair decides.

    A spelling that both sources have settles itself: only what one source alone writes is compared,
    with what comes nearest to it in the other. So one source against itself only agrees.
    """
    decided = _decided(group)
    return Judgement(
        verdict=decided.verdict,
        subject=_subject(group),
        reason=decided.reason,
        confidence=round(min(group.score, decided.confidence), 2),
        positions=positions_of(group, lambda claim: str(claim.value)),
        evidence=group.evidence,
    )


def _subject(group: Group) -> str:
    return max((str(c.value) for c in group.claims), key=lambda name: (len(name), name))


def _decided(group: Group) -> Comparison:
    sources = sorted(group.sources)
    if len(sources) < 2:
        return Comparison(Verdict.SINGLE, "Only one source names it.", group.score)
    found = [
        comparison
        for left, right in combinations(sources, 2)
        for comparison in _held_together(group, left, right)
    ]
    return min(found, key=lambda c: (c.verdict.rank, -c.confidence, c.reason))


def _held_together(group: Group, left: str, right: str) -> list[Comparison]:
    ours, theirs = _spellings(group, left), _spellings(group, right)
    common = {name.casefold() for name in ours} & {name.casefold() for name in theirs}
    found = []
    for mine, others in ((ours, theirs), (theirs, ours)):
        for name, claim in mine.items():
            if name.casefold() not in common:
                found.append(_nearest(claim, list(others.values()), (mine, others)))
    if found:
        return found
    return [Comparison(Verdict.AGREE, f"All write {_subject(group)}.", group.score)]


def _spellings(group: Group, source: str) -> dict[str, Claim]:
    """The first claim of each full name that a source writes."""
    found: dict[str, Claim] = {}
    for claim in sorted(group.claims, key=lambda c: c.start):
        if claim.source == source:
            found.setdefault(str(claim.value), claim)
    return found


def _nearest(
    claim: Claim, others: Sequence[Claim], spellings: tuple[dict[str, Claim], dict[str, Claim]]
) -> Comparison:
    nearest = min(
        (compare(claim, other) for other in others),
        key=lambda c: (-c.verdict.rank, -c.confidence, c.reason),
    )
    if nearest.verdict is not Verdict.CONFLICT:
        return nearest
    mine, theirs = spellings
    if len(mine) > 1 and any(name in theirs for name in mine):
        note = f" The source that writes {claim.value} also writes it as the other does."
        return Comparison(nearest.verdict, nearest.reason + note, nearest.confidence)
    return nearest


def compare(left: Claim, right: Claim) -> Comparison:
    """How two mentions of one entity relate."""
    one, other = name_of(left), name_of(right)
    if one.full.casefold() == other.full.casefold():
        return Comparison(Verdict.AGREE, f"Both write {one.full}.")
    found = compare_names(one.full, other.full, kind=common_kind(left.kind, right.kind))
    reason = found.reason
    persons = left.kind is right.kind is Kind.PERSON
    if found.verdict is Verdict.CONFLICT and _own_words(found) and not persons:
        # other words for one thing are another description: nobody has misspelt anything
        return Comparison(Verdict.VARIANT, f"{reason.removesuffix('.')}; {_tie(left, right)}.", 0.8)
    if found.verdict is Verdict.CONFLICT:
        reason = f"{reason.removesuffix('.')}; {_tie(left, right)}."
    # whoever judges takes them for one: what the score says of that is the matcher's business
    return Comparison(found.verdict, reason, 1.0 if found.verdict is Verdict.AGREE else 0.97)


def _own_words(found: NameComparison) -> bool:
    features = {piece.feature.removeprefix("name.") for piece in found.evidence}
    return bool(features & {"opposed", "other_word", "direction"}) and not any(
        feature.startswith("typo") for feature in features
    )


def _tie(left: Claim, right: Claim) -> str:
    """What makes them one: the names and words that stand beside both."""
    one, other = name_of(left), name_of(right)
    beside = [
        name for name in one.beside if name in other.beside and name not in (one.full, other.full)
    ]
    if beside:
        return f"both are named beside {beside[0]}"
    shared = sorted(set(one.titles) & set(other.titles))
    if shared:
        return f"both are called {shared[0]}"
    roles = sorted(set(one.roles) & set(other.roles))
    if roles:
        return f"both stand by the words {', '.join(roles[:3])}"
    return "they stand at the same place in the story"
