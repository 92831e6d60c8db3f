"""The verdict on quotations that are one utterance: words first, then the speaker."""

from __future__ import annotations

from functools import partial

from factdiff.alignment import Alignment
from factdiff.kinds.positions import judge_group
from factdiff.kinds.quotes.match import quotation, speakers_agree
from factdiff.kinds.quotes.relation import Change, Relation, Tie, relate
from factdiff.model import Claim, Comparison, Group, Judgement, Verdict
from factdiff.settings import Settings

SHOWN = 60  # characters of a quotation that stand as the subject of a finding
PRONOUN_DOUBT = 0.7  # confidence in a speaker that only a pronoun names


def judge(group: Group, alignment: Alignment, settings: Settings) -> Judgement:  # noqa: ARG001
    """How the versions of one utterance relate: two sources stand as their farthest do."""
    return judge_group(
        group,
        partial(compare, alignment=alignment),
        subject=_subject(group),
        display=lambda claim: str(claim.value),
        pick="worst",
    )


def compare(left: Claim, right: Claim, alignment: Alignment) -> Comparison:
    """Identical words agree, cut ones are compatible, a changed word or speaker is a conflict."""
    relation = relate(str(left.value), str(right.value))
    if relation.tie is Tie.CHANGED:
        if all(_is_one_name(change, left, right, alignment) for change in relation.changes):
            told = "; ".join(_change(change) for change in relation.changes[:3])
            return Comparison(Verdict.VARIANT, f"The same words, a name spelled apart: {told}.")
        return Comparison(Verdict.CONFLICT, _changed_reason(relation), 0.9)
    if relation.tie is not Tie.NONE and speakers_agree(left, right, alignment) is False:
        return _other_speaker(left, right)
    return _by_tie(relation)


def _is_one_name(change: Change, left: Claim, right: Claim, alignment: Alignment) -> bool:
    """Whether the words that differ name one thing, as the room of names found."""
    mine, theirs = (" ".join(words).removesuffix("'s") for words in (change.left, change.right))
    known = any(
        (claim.source, words) in alignment.keys
        for claim in (left, right)
        for words in (mine, theirs)
    )
    return known and alignment.same(left, right, (mine, theirs))


def _by_tie(relation: Relation) -> Comparison:
    if relation.tie is Tie.SAME:
        return Comparison(Verdict.AGREE, "The quoted words are the same.")
    if relation.tie is Tie.STYLE:
        reason = "The same words, written in two styles (contractions, figures or spelling)."
        return Comparison(Verdict.VARIANT, reason)
    if relation.tie is Tie.CUT:
        return Comparison(Verdict.COMPATIBLE, "The same utterance, quoted at different length.")
    reason = "One utterance in two wordings, as translations or notes of a speech differ."
    return Comparison(Verdict.COMPATIBLE, reason, 0.6)


def _other_speaker(left: Claim, right: Claim) -> Comparison:
    """A conflict only where both articles name their speaker beside the words."""
    one, two = sorted((quotation(left), quotation(right)), key=lambda value: str(value.speaker))
    reason = f"The same words are given to {one.speaker} and to {two.speaker}."
    if one.named and two.named:
        return Comparison(Verdict.CONFLICT, reason, 0.9)
    reason = f"The same words; read as spoken by {one.speaker} and by {two.speaker}."
    return Comparison(Verdict.COMPATIBLE, reason, PRONOUN_DOUBT)


def _changed_reason(relation: Relation) -> str:
    told = "; ".join(_change(change) for change in relation.changes[:3])
    return f"The same utterance with words changed: {told}."


def _change(change: Change) -> str:
    """The words that differ, in an order that does not depend on the sources'."""
    one, two = sorted((" ".join(change.left), " ".join(change.right)), key=lambda w: (not w, w))
    return f"“{one}” in one, “{two}” in the other" if two else f"“{one}” in one alone"


def _subject(group: Group) -> str:
    """The speaker and the beginning of the words."""
    first = min(group.claims, key=lambda claim: (-len(str(claim.value)), str(claim.value)))
    words = str(first.value)
    shown = words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + " …"
    persons = sorted({quotation(c).speaker or "" for c in group.claims if _is_by_name(c)} - {""})
    speakers = persons or sorted({quotation(c).speaker or "" for c in group.claims} - {""})
    return f"{' / '.join(speakers)}: “{shown}”" if 0 < len(speakers) < 3 else f"“{shown}”"


def _is_by_name(claim: Claim) -> bool:
    """Whether the speaker is a named person: told rather than ``a spokesman`` of the other one."""
    return quotation(claim).person
