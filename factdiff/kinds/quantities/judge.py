"""The verdict on quantities of the same thing: could both be true?"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from factdiff.alignment import Alignment
from factdiff.kinds.positions import Compare, judge_group, positions_of
from factdiff.kinds.quantities.conversion import dimension_of
from factdiff.kinds.quantities.credits import differently_credited
from factdiff.kinds.quantities.relations import relate
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import word_set
from factdiff.kinds.quantities.value import Quantity, quantity_of
from factdiff.kinds.quantities.wholes import SHARE
from factdiff.model import Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings


def judge(group: Group, alignment: Alignment, _settings: Settings) -> Judgement:
    """The verdict on the claims of a group, by interval, unit, attribution and time.

    A difference is a conflict only if both cannot be true; a later article's higher toll and
    figures credited to different parties are compatible.
    """
    twins = any(evidence.feature == "same sentence" for evidence in group.evidence)
    compare_pair: Compare = partial(compare, alignment=alignment, twins=twins)
    share = next((piece.reason for piece in group.evidence if piece.feature == SHARE), "")
    if share:
        compare_pair = partial(_as_share, reason=share)
    judgement = judge_group(
        _comparable(_bodies(group)), compare_pair, subject=subject_of_group(group), display=_display
    )
    return replace(judgement, positions=positions_of(group, _display))


def _as_share(_left: Claim, _right: Claim, reason: str) -> Comparison:
    """``40 percent of the 200 workers`` and ``80 workers``."""
    return Comparison(Verdict.COMPATIBLE, f"{reason[:1].upper()}{reason[1:]}.", 0.6)


def _bodies(group: Group) -> Group:
    """The group without its headlines, which drop an ``at least``, if every source says more."""
    bodies = tuple(claim for claim in group.claims if not claim.context.headline)
    if {claim.source for claim in bodies} == set(group.sources):
        return replace(group, claims=bodies)
    return group


def _comparable(group: Group) -> Group:
    """The group in one dimension, where every source has it: pesos are held against pesos."""
    said: dict[str, set[str]] = {}
    for claim in group.claims:
        if isinstance(claim.value, Quantity):
            said.setdefault(dimension_of(claim.value), set()).add(claim.source)
    shared = [dimension for dimension, who in said.items() if who == set(group.sources)]
    if not shared or len(said) == 1:
        return group
    kept = [c for c in group.claims if dimension_of(quantity_of(c)) == min(shared)]
    return replace(group, claims=tuple(kept))


def _display(claim: Claim) -> str:
    return claim.text


def subject_of_group(group: Group) -> str:
    """The fullest subject among the claims: the same whatever the order of the sources."""
    subjects = {claim.subject for claim in group.claims if claim.subject}
    return max(subjects, key=lambda words: (len(words), words), default=str(group.kind))


def compare(
    left: Claim, right: Claim, alignment: Alignment | None = None, *, twins: bool = False
) -> Comparison:
    """How two claims of the same quantity relate; symmetric in verdict and reason.

    ``twins`` says that both stand in the same sentence but for the number: then a difference in
    the figures is no rounding.
    """
    first, second = sorted((left, right), key=lambda claim: (str(claim.value), claim.text))
    one, two = first.value, second.value
    if not isinstance(one, Quantity) or not isinstance(two, Quantity):
        same = str(one) == str(two)
        return Comparison(Verdict.AGREE if same else Verdict.COMPATIBLE, f"{one} and {two}.")
    comparison = relate(one, two, twins=twins)
    comparison = replace(comparison, reason=_with_thing(comparison.reason, first, second))
    if comparison.verdict is Verdict.CONFLICT and alignment is not None:
        return _excused(left, right, alignment) or comparison
    return comparison


def _with_thing(reason: str, left: Claim, right: Claim) -> str:
    """``10 against 3 (people killed): both cannot be right.``"""
    things = sorted({claim.subject for claim in (left, right) if claim.subject}, key=len)
    if not things or things[-1] in reason:
        return reason
    said, colon, why = reason.partition(": ")
    if colon:
        return f"{said} ({things[-1]}): {why}"
    return f"{reason[:-1]} ({things[-1]})."


def _excused(left: Claim, right: Claim, alignment: Alignment) -> Comparison | None:
    """Differences that are no error of either newspaper: other speakers, a later toll."""
    who = differently_credited(left, right, alignment)
    if who:
        reason = f"Different figures, credited to different parties: {who}."
        return Comparison(Verdict.COMPATIBLE, reason, 0.8)
    return _later(left, right, alignment)


def _later(left: Claim, right: Claim, alignment: Alignment) -> Comparison | None:
    """A figure that a later article has from a later count.

    A toll grows, unless it is said to be revised; of the missing there may be more or fewer.
    """
    when = {claim.id: alignment.published.get(claim.source) for claim in (left, right)}
    days = (when[left.id], when[right.id])
    if not (days[0] and days[1]) or days[0] == days[1] or "X" in days[0] + days[1]:
        return None
    early, late = sorted((left, right), key=lambda claim: when[claim.id] or "")
    if not _may_become(early, late):
        return None
    return Comparison(
        Verdict.COMPATIBLE,
        f"A later figure: {early.text} on {when[early.id]}, {late.text} on {when[late.id]}.",
        0.85,
    )


def _may_become(early: Claim, late: Claim) -> bool:
    before, after = early.value, late.value
    if not isinstance(before, Quantity) or not isinstance(after, Quantity):
        return False
    states = {before.thing.state, after.thing.state} - {""}
    low, high = before.amount.low, after.amount.low
    if len(states) != 1 or low is None or high is None:
        return False
    if states <= word_set("changes.tsv", "changes"):
        return True
    revised = {stem(word) for word in word_set("changes.tsv", "revised")} & {*after.thing.around}
    return states <= word_set("changes.tsv", "grows") and (high >= low or bool(revised))
