"""Claims of two sources that stand in the same surroundings: copied sentences.

Agency copy and a draft's edited copy share whole sentences. Where such a sentence gives a person
another role, the role word was changed, whatever the two words mean by themselves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import permutations

from factdiff.alignment import Alignment
from factdiff.kinds.roles.office import Tie, relate
from factdiff.kinds.roles.value import RoleValue, parse
from factdiff.kinds.roles.wording import is_reworded
from factdiff.model import Claim

CONFLICTING = frozenset({Tie.TENSE, Tie.RANK, Tie.FIELD, Tie.RIVAL})
LEAST_WORDS = 3  # near the role: fewer prove nothing, as in ``"…," said Lee, a lawyer``
NEARLY_ALL = 0.8  # share of the words that must be common
RECOGNISED = 0.5  # share of the words of a sentence in a copied article
MANY = 40  # claims of one person in one source beyond which only equal sentences are looked for
LEAST_COPIED = 3  # roles that two articles share with their whole sentences, or
LEAST_LONG = 2  # such roles in sentences of so many
LONG = 6  # content words; and
MOSTLY_COPIED = 0.6  # the share of all roles: then the one is a copy of the other


def are_twins(left: Claim, right: Claim) -> bool:
    """Whether the words beside the two roles are nearly the same, and enough; symmetric."""
    mine, theirs = set(role(left).around), set(role(right).around)
    return min(len(mine), len(theirs)) >= LEAST_WORDS and _share(mine, theirs) >= NEARLY_ALL


def _share(mine: set[str], theirs: set[str]) -> float:
    both = mine | theirs
    return len(mine & theirs) / len(both) if both else 1.0


def same_surroundings(left: Claim, right: Claim, *, copied: bool = False) -> bool:
    """As ``are_twins``, but also for short sentences whose other words are all the same.

    In articles that are ``copied`` the sentence needs only be recognised: more than the role may
    have been changed in it.
    """
    if are_twins(left, right):
        return True
    if copied and _share(set(left.context.lemmas), set(right.context.lemmas)) >= RECOGNISED:
        return True
    mine, theirs = set(left.context.lemmas), set(right.context.lemmas)
    beside = set(role(left).around) == set(role(right).around)
    return beside and bool(mine) and _share(mine, theirs) >= NEARLY_ALL


def copied_pairs(claims: Sequence[Claim]) -> frozenset[tuple[str, str]]:
    """The pairs of sources, in both orders, of which one is mostly a copy of the other.

    Two reporters who quote the same words describe the speaker each in their own way: in such a
    sentence another role is a changed word only where the rest of the article was copied too.
    """
    said: dict[str, set[tuple[str, tuple[str, ...]]]] = defaultdict(set)
    for claim in claims:
        said[claim.source].add((claim.text, claim.context.lemmas))
    pairs = set()
    for left, right in permutations(said, 2):
        common = said[left] & said[right]
        least = min(len(said[left]), len(said[right]))
        enough = len(common) >= LEAST_COPIED or _long(common) >= LEAST_LONG
        if enough and len(common) / least >= MOSTLY_COPIED:
            pairs.add((left, right))
    return frozenset(pairs)


def _long(said: set[tuple[str, tuple[str, ...]]]) -> int:
    return sum(len(lemmas) >= LONG for _, lemmas in said)


def is_contradicted(left: Claim, right: Claim, alignment: Alignment, *, copied: bool) -> bool:
    """Whether one sentence of two sources gives one person two roles; symmetric.

    A sentence that says little more than the role (``Lee is the sports editor.``) counts where the
    two roles have the same noun, or where the articles are copies (``copied``).
    """
    one, two = role(left), role(right)
    relation = relate(one, two)
    reworded = is_reworded(one, two, _same_names(left, right, alignment))
    if not reworded and relation.tie not in CONFLICTING:
        return False
    enough = copied or relation.shares_noun
    return are_twins(left, right) or (enough and same_surroundings(left, right, copied=copied))


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


def twin_of(claim: Claim, others: Sequence[Claim], *, copied: bool = False) -> Claim | None:
    """The claim of another source in the same surroundings, the nearest by place in the text."""
    if len(others) > MANY:
        others = [other for other in others if other.context.lemmas == claim.context.lemmas][:MANY]
    found = [other for other in others if same_surroundings(claim, other, copied=copied)]
    return min(found, key=lambda other: abs(other.start - claim.start), default=None)
