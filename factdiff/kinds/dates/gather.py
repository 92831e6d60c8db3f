"""Mentions of one day's event, brought together after the assignment has paired them."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.dates.likeness import likeness
from factdiff.kinds.dates.relation import Relation
from factdiff.kinds.dates.sight import Sight, related

Part = tuple[tuple[int, ...], float]

ALIKE = 0.30  # likeness from which equal dates of one source are mentions of one day's event
LOOKED_AT = 12  # mentions of a part that are held against another's: bounds the cost


def gathered(parts: Sequence[Part], sights: Sequence[Sight]) -> list[Part]:
    """Parts that say the same date of the same event become one; the larger takes the smaller in.

    ``Thursday`` paired across sources in the lead takes in the other mentions of that Thursday.
    Parts that hold different dates stay as they are: a conflict never grows.
    """
    homes: list[list[int]] = []
    scores: list[float] = []
    by_form: dict[str, list[int]] = {}
    for members, score in sorted(parts, key=lambda part: (-len(part[0]), part[0])):
        form = _form(sights[members[0]])
        near = [n for n in by_form.get(form, ()) if _belongs(members, homes[n], sights)]
        if near:
            homes[near[0]].extend(members)
            if len(members) > 1:
                scores[near[0]] = max(scores[near[0]], score)
            continue
        for one in {_form(sights[n]) for n in members}:
            by_form.setdefault(one, []).append(len(homes))
        homes.append(list(members))
        scores.append(score)
    return [(tuple(sorted(home)), score) for home, score in zip(homes, scores, strict=True)]


def _form(sight: Sight) -> str:
    return sight.core.form.casefold()


def _belongs(members: Sequence[int], home: Sequence[int], sights: Sequence[Sight]) -> bool:
    """Whether ``members`` say a date of ``home`` and date a like event in one of its sources."""
    forms = {_form(sights[n]) for n in (*members, *home)}
    if len(forms) > 1 and len(members) > 1:
        return False
    few, many = members[:LOOKED_AT], home[:LOOKED_AT]
    if any(related(sights[few[0]], sights[n]) is Relation.APART for n in many):
        return False
    return any(_one_event(sights[i], sights[j]) for i in few for j in many)


def _one_event(left: Sight, right: Sight) -> bool:
    """Whether two mentions of one source date one event: alike, or in one sentence."""
    if left.claim.source != right.claim.source:
        return False
    together = bool(left.sentence) and left.claim.sentence == right.claim.sentence
    if left.value.event.aside or right.value.event.aside:
        return True  # the dateline's day and the same day in the text
    return together or likeness(left, right) >= ALIKE
