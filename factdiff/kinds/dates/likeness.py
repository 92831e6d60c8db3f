"""How surely two dates date the same event: a visible list of weighted evidence.

Verb or noun, participants, the words of the clause and of the sentence, the names in it, the place
in the article. Dates do not meet by being dates.
"""

from __future__ import annotations

from factdiff.kinds.dates.families import one_kind
from factdiff.kinds.dates.relation import Relation, relate, scale
from factdiff.kinds.dates.sight import YEAR, Sight, copied
from factdiff.model import Evidence

# what each feature can add to the likeness of two events, at most 1 together
PREDICATE = 0.30  # the same verb or noun: struck / struck, Sunday's quake / Saturday's quake
PARTICIPANTS = 0.20  # the same subject and objects
CLAUSE = 0.20  # the other words of the clause
SENTENCE = 0.15  # the other words of the sentence
NAMES = 0.15  # the names in the sentence, aligned
PARTICULARS = 0.30  # the same number in both: 340 dead, whatever the year
HOURS = 0.20  # both tell the hour of a like event
SAID_THAT_DAY = 0.10  # the same, where both are one day: told on Sunday, done on Sunday
SAID = 0.35  # a day on which somebody spoke is not the day of what he spoke of
RELATED = 5  # letters in common from which two predicates are of one family: explode, explosion
LEAD = 350  # characters: the lead of an article tells its main event
LEAD_BONUS = 0.15  # both dates stand in the lead


def likeness(left: Sight, right: Sight) -> float:
    """How surely two dates date one event, 0 to 1; 1 only in sentences that are else the same.

    The sum of what ``evidence_of`` lists.
    """
    alike = sum(weight for _, weight in _weights(left, right))
    return max(copied(left, right), min(0.99, max(0.0, alike)))


def evidence_of(left: Sight, right: Sight) -> tuple[Evidence, ...]:
    """What speaks for two dates dating one event, and against it, with its weight and reason."""
    weights = _weights(left, right)
    share = copied(left, right)
    if share > sum(weight for _, weight in weights):
        reason = (
            "their sentences are the same but for the date" if share == 1 else "nearly one text"
        )
        return (Evidence("copied sentence", round(share, 2), reason),)
    return tuple(
        Evidence(feature, round(weight, 2), _reason(feature, left, right))
        for feature, weight in weights
        if round(weight, 2)
    )


def _weights(left: Sight, right: Sight) -> list[tuple[str, float]]:
    one, two = left.value.event, right.value.event
    common = len(left.gist & right.gist)
    union = len(left.gist) + len(right.gist) - common
    weights = [
        ("predicate", _predicate(left, right)),
        ("participants", PARTICIPANTS * _share(left.roles, right.roles)),
        ("clause", CLAUSE * _share(left.sense, right.sense)),
        ("sentence", SENTENCE * min(1.0, 2 * common / union) if common else 0.0),
        ("names", NAMES * _share(left.names, right.names)),
    ]
    if any(weight for _, weight in weights) and particulars(left, right):
        weights.append(("particulars", PARTICULARS))
    if left.core.clock >= 0 and right.core.clock >= 0 and same_deed(left, right):
        weights.append(("hours", HOURS))
    if one.reporting != two.reporting and scale(left.core) == scale(right.core) == "day":
        same = relate(left.core, right.core) is Relation.EQUAL
        weights.append(("said", -SAID_THAT_DAY if same else -SAID))
    elif one.position < LEAD and two.position < LEAD and not one.reporting:
        weights.append(("lead", LEAD_BONUS))
    return weights


def akin(left: Sight, right: Sight) -> bool:
    """Whether anything ties the verbs or nouns: ``convicted`` and ``sentenced`` are two events."""
    known = left.predicate and right.predicate
    return not known or _predicate(left, right) > 0


def same_deed(left: Sight, right: Sight) -> bool:
    """Whether two dates hang on the same verb or noun, or on words for one kind of event."""
    return _predicate(left, right) >= PREDICATE * 2 / 3


def particulars(left: Sight, right: Sight) -> frozenset[str]:
    """The numbers that both sentences name: 340 dead, whatever the year."""
    return _numbers(left) & _numbers(right)


def _numbers(sight: Sight) -> frozenset[str]:
    """The numbers in a sentence that are no years."""
    found = (word for word in sight.sentence if any(c.isdigit() for c in word))
    return frozenset(word for word in found if len(word) > 1 and not YEAR.fullmatch(word))


def _predicate(left: Sight, right: Sight) -> float:
    one, two = left.predicate, right.predicate
    if one and one == two:
        return PREDICATE
    if one and two and one_kind(one, two):
        return PREDICATE * 2 / 3
    if one and two and one[:RELATED] == two[:RELATED] and len(one) >= RELATED:
        return PREDICATE * 2 / 3
    spoke = left.value.event.reporting and right.value.event.reporting
    return PREDICATE / 2 if spoke or one in right.sentence or two in left.sentence else 0.0


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    common = len(one & two)
    if not common:
        return 0.0
    # one word in common of one is not much
    return common / min(len(one), len(two)) * min(1.0, (1 + common) / 4)


def _reason(feature: str, left: Sight, right: Sight) -> str:
    """The reason of a feature in words; the same whatever the order."""
    pairs = {
        "participants": left.roles & right.roles,
        "clause": {word.rstrip("…") for word in left.sense & right.sense},
        "sentence": {word.rstrip("…") for word in left.gist & right.gist},
    }
    if feature in pairs:
        return f"words of the {feature} in common: {', '.join(sorted(pairs[feature])[:5])}"
    told = sorted({left.value.event.predicate, right.value.event.predicate} - {""})
    fixed = {
        "names": f"{len(left.names & right.names)} of the names beside them are the same",
        "particulars": "both name " + ", ".join(sorted(_numbers(left) & _numbers(right))),
        "said": "one is the day somebody spoke, the other is not",
        "lead": "both stand in the lead",
        "hours": "both tell the hour",
        "predicate": "they date " + " and ".join(f"“{word}”" for word in told),
    }
    return fixed[feature]
