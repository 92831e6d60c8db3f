"""Who and what two dated events are about: what tells them apart, and terms of one measure."""

from __future__ import annotations

from factdiff.kinds.dates.families import family, kind_of
from factdiff.kinds.dates.likeness import Sight, same_deed
from factdiff.kinds.dates.wording import stem

OTHERS = 0.30  # teachers strike on one day, nurses on another
TERM = 0.55  # schools closed until one day, classes suspended until another
CLOSED = frozenset({"end", "halt"})  # families of verbs after which "until" tells the end


def strangers_in(left: Sight, right: Sight) -> float:
    """How much it speaks for two events that other people act, or other things are acted on.

    Neither subject is in the other sentence; or each has a name among its participants that the
    other sentence lacks: ``visit Calapan`` and ``visit Davao``.
    """
    one, two = left.value.event.subject, right.value.event.subject
    apart = one and two and not (_told(one, right) or _told(two, left))
    if apart and not {one, two} & PRONOUNS:
        return OTHERS
    return OTHERS if _own_names(left, right) and _own_names(right, left) else 0.0


PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who", "which", "that"})


def _told(word: str, sight: Sight) -> bool:
    known = stem(word)
    words = sight.sentence | {stem(part) for name in sight.names for part in name.split()}
    return known in words or kind_of(known) in {kind_of(other) for other in words}


def _own_names(sight: Sight, other: Sight) -> set[str]:
    """Participants that are names and are not in the other's sentence."""
    own = {stem(p) for name in sight.claim.context.names for p in name.casefold().split()}
    subject = stem(sight.value.event.subject)
    return {word for word in (own & sight.roles) - {subject} if not _told(word, other)}


def term(left: Sight, right: Sight) -> float:
    """What speaks for two terms of one measure: ``until`` in both, and the same thing closed."""
    both = {left.value.event.preposition, right.value.event.preposition}
    if not both <= {"until", "till"} or not left.roles & right.roles:
        return 0.0
    if left.names and right.names and not left.names & right.names:
        return 0.0
    closed = {family(left.predicate), family(right.predicate)} <= CLOSED
    return TERM if closed or same_deed(left, right) else 0.0
