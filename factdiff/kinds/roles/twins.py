"""Claims of two sources that stand in the same surroundings: copied sentences.

Agency copy and a draft's edited copy share whole sentences. Where such a sentence gives a person
another role, the role word was changed, whatever the two words mean by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.roles.office import Tie, relate
from factdiff.kinds.roles.value import RoleValue, parse
from factdiff.kinds.roles.wording import is_reworded
from factdiff.model import Alignment, Claim

CONFLICTING = frozenset({Tie.TENSE, Tie.RANK, Tie.FIELD, Tie.RIVAL})
LEAST_WORDS = 3  # a sentence of fewer other words proves nothing
NEARLY_ALL = 0.8  # share of the sentences' words that must be common
MANY = 40  # claims of one person in one source beyond which only equal sentences are looked for


def are_twins(left: Claim, right: Claim) -> bool:
    """Whether the words around the two claims are nearly the same; symmetric."""
    mine, theirs = set(left.context.lemmas), set(right.context.lemmas)
    if min(len(mine), len(theirs)) < LEAST_WORDS:
        return False
    return len(mine & theirs) / len(mine | theirs) >= NEARLY_ALL


def same_surroundings(left: Claim, right: Claim) -> bool:
    """As ``are_twins``, but also for short sentences whose other words are all the same."""
    mine = set(left.context.lemmas)
    return are_twins(left, right) or (bool(mine) and mine == set(right.context.lemmas))


def is_contradicted(left: Claim, right: Claim, alignment: Alignment) -> bool:
    """Whether one sentence of two sources gives one person two roles; symmetric.

    A sentence that says little more than the role (``Lee is the sports editor.``) counts where the
    two roles have the same noun.
    """
    one, two = role(left), role(right)
    relation = relate(one, two)
    if not is_reworded(one, two, _same_names(left, right, alignment)):
        return relation.tie in CONFLICTING and are_twins(left, right)
    return are_twins(left, right) or (relation.shares_noun and same_surroundings(left, right))


def _same_names(left: Claim, right: Claim, alignment: Alignment) -> frozenset[str]:
    """The spellings of bodies, places and persons that both roles hold."""
    mine, theirs = (
        [n for n in (value.organization, value.place, value.tied_to) if n]
        for value in (role(left), role(right))
    )
    pairs = [(a, b) for a in mine for b in theirs if alignment.same(left, right, (a, b))]
    return frozenset(name for pair in pairs for name in pair)


def role(claim: Claim) -> RoleValue:
    """The value of a role's claim, also where only its words are known."""
    return claim.value if isinstance(claim.value, RoleValue) else parse(str(claim.value))


def twin_of(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The claim of another source in the same surroundings, the nearest by place in the text."""
    if len(others) > MANY:
        others = [other for other in others if other.context.lemmas == claim.context.lemmas][:MANY]
    found = [other for other in others if same_surroundings(claim, other)]
    return min(found, key=lambda other: abs(other.start - claim.start), default=None)
