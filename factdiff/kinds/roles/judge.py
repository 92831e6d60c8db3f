"""The verdict on roles of one person: one office told twice, one among several, or a conflict."""

from __future__ import annotations

from datetime import date
from functools import partial

from factdiff.alignment import Alignment
from factdiff.kinds.positions import judge_group
from factdiff.kinds.roles.match import SAME_SENTENCE
from factdiff.kinds.roles.office import Tie, relate
from factdiff.kinds.roles.twins import CONFLICTING, role
from factdiff.kinds.roles.value import FORMER
from factdiff.model import Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings

SAME_TIME = 3  # days between two articles within which an office is held in both or in neither
SAME_TERM = 60  # days within which a governor has not become president in between


def judge(group: Group, alignment: Alignment, settings: Settings) -> Judgement:  # noqa: ARG001
    """How the sources' roles of a person relate; two sources stand as their closest two do."""
    person = next((claim.subject for claim in group.claims if claim.subject), None)
    subject = person or str(min(group.claims, key=lambda c: (c.source, c.start)).value)
    copied = any(evidence.feature == SAME_SENTENCE for evidence in group.evidence)
    return judge_group(
        group,
        partial(compare, alignment=alignment, copied=copied),
        subject=subject,
        display=lambda claim: str(claim.value),
    )


def compare(left: Claim, right: Claim, alignment: Alignment, *, copied: bool = False) -> Comparison:
    """Same office agrees; two offices nobody holds together conflict.

    Former against present conflicts only in a copied sentence or in articles of the same days,
    two offices not in articles known to be months apart.
    """
    one, two = sorted((str(left.value), str(right.value)), key=lambda w: (w.casefold(), w))
    relation = relate(role(left), role(right))
    if copied and relation.tie not in CONFLICTING:
        reason = f"In the otherwise same sentence one says “{one}”, the other “{two}”."
        return Comparison(Verdict.CONFLICT, reason, 0.8)
    if relation.tie is Tie.SAME:
        return Comparison(Verdict.AGREE, _agreement(one, two))
    if relation.tie is Tie.ALIKE:
        apart = (role(left).tense == FORMER) != (role(right).tense == FORMER)
        can = "both be right: one is a former office" if apart else "describe the same office"
        return Comparison(Verdict.COMPATIBLE, f"“{one}” and “{two}” can {can}.")
    if not copied and _in_turn(relation.tie, left, right, alignment):
        reason = f"“{one}” and “{two}” can be held one after the other."
        return Comparison(Verdict.COMPATIBLE, reason, 0.6)
    if relation.tie is Tie.OTHER:
        reason = f"One person can be “{one}” and “{two}”: one role among several."
        return Comparison(Verdict.COMPATIBLE, reason, 0.6)
    return Comparison(Verdict.CONFLICT, _conflict(one, two, relation.tie), 0.85)


def _in_turn(tie: Tie, left: Claim, right: Claim, alignment: Alignment) -> bool:
    """Whether the articles may be of times between which the person took or left an office."""
    apart = _days_apart(left, right, alignment)
    if tie is Tie.TENSE:
        return apart is None or apart > SAME_TIME
    return tie is Tie.RIVAL and apart is not None and apart > SAME_TERM


def _days_apart(left: Claim, right: Claim, alignment: Alignment) -> int | None:
    """The days between the two articles, None where either's day of publication is not known."""
    first, second = (_day(alignment.published.get(claim.source)) for claim in (left, right))
    return abs((first - second).days) if first and second else None


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat((edtf or "")[:10])
    except ValueError:
        return None  # `2014-09`, `XXXX-09-15`: no known day


def _agreement(one: str, two: str) -> str:
    if one.casefold() == two.casefold():
        return "Both use the same words."
    return f"“{one}” and “{two}” name the same office."


def _conflict(one: str, two: str, tie: Tie) -> str:
    why = {
        Tie.TENSE: "the office is held now, or it is not",
        Tie.RANK: "the ranks differ",
        Tie.FIELD: "the titles are of different offices",
    }.get(tie, "nobody holds both offices at a time")
    return f"“{one}” against “{two}”: {why}."
