"""Who and what two dated events are about: what tells them apart, and terms of one measure."""

from __future__ import annotations

from factdiff.kinds.dates.families import families, is_thing, kind_of
from factdiff.kinds.dates.likeness import same_deed
from factdiff.kinds.dates.sight import Sight
from factdiff.kinds.dates.wording import stem

ELSEWHERE = 0.50  # the river crests at one town on one day, at another on the next
OTHERS = 0.30  # teachers strike on one day, nurses on another
TERM = 0.55  # schools closed until one day, classes suspended until another
CLOSED = frozenset({"end", "halt"})  # families of verbs after which "until" tells the end


def strangers_in(left: Sight, right: Sight) -> float:
    """How much it speaks for two events that other people act, or other things are acted on.

    Neither doer is in the other sentence, or neither of the things done to; or each has a name
    that the other lacks: ``visit Calapan`` and ``visit Davao``, ``the Holm Prize`` and another.
    """
    if _names_apart(left, right):
        return ELSEWHERE
    one, two = left.value.event, right.value.event
    guessed = one.meant or two.meant
    doers = not guessed and _others(left, right, one.subject, two.subject)
    return OTHERS if doers or _others(left, right, one.acted, two.acted) else 0.0


def _others(left: Sight, right: Sight, one: str, two: str) -> bool:
    """Whether two participants are others: neither is told in the other's sentence."""
    if not (one and two) or {one, two} & PRONOUNS or _told(one, right) or _told(two, left):
        return False
    return not (_names_thing(left, one, two) or _names_thing(right, two, one))


def _names_thing(sight: Sight, named: str, thing: str) -> bool:
    """``the Palmyra Star was built`` and ``the vessel was built``: a name and what it may be."""
    known = sight.value.event.told[:1].isupper() or any(
        named in name.casefold().split() for name in sight.claim.context.names
    )
    return known and is_thing(stem(thing)) and not is_thing(stem(named))


PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "that"})


def _told(word: str, sight: Sight) -> bool:
    known = stem(word.casefold())
    words = sight.sentence | {stem(part) for name in sight.names for part in name.split()}
    return known in words or kind_of(known) in {kind_of(other) for other in words}


def _names_apart(left: Sight, right: Sight) -> bool:
    """Whether each event has a name about it that the other sentence lacks."""
    return bool(_own_names(left, right)) and bool(_own_names(right, left))


def _own_names(sight: Sight, other: Sight) -> set[str]:
    """Names of the clause, not of the doer, that are not in the other's sentence."""
    own = {stem(p) for name in sight.claim.context.names for p in name.casefold().split()}
    own &= sight.roles | sight.clause
    own |= {role for role in sight.roles if role[:1].isupper()}
    doers = {stem(word) for word in (sight.value.event.subject, *sight.value.event.meant)}
    return {word for word in own - doers if not _told(word, other)}


def term(left: Sight, right: Sight) -> float:
    """What speaks for two terms of one measure: ``until`` in both, and the same thing closed."""
    both = {left.value.event.preposition, right.value.event.preposition}
    if not both <= {"until", "till"} or not left.roles & right.roles:
        return 0.0
    if left.names and right.names and not left.names & right.names:
        return 0.0
    closed = all(families(one.predicate) & CLOSED for one in (left, right))
    return TERM if closed or same_deed(left, right) else 0.0
