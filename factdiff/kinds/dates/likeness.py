"""How surely two dates date the same event: a visible list of weighted evidence.

Verb or noun, participants, the words of the clause and of the sentence, the names in it, the place
in the article. Dates do not meet by being dates.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from factdiff.kinds.dates.relation import Relation, relate, scale
from factdiff.kinds.dates.value import DateValue, Event
from factdiff.kinds.dates.wording import stem
from factdiff.model import Alignment, Claim, Evidence

# what each feature can add to the likeness of two events, at most 1 together
PREDICATE = 0.30  # the same verb or noun: struck / struck, Sunday's quake / Saturday's quake
PARTICIPANTS = 0.20  # the same subject and objects
CLAUSE = 0.20  # the other words of the clause
SENTENCE = 0.15  # the other words of the sentence
NAMES = 0.15  # the names in the sentence, aligned
SAID = 0.35  # a day on which somebody spoke is not the day of what he spoke of
COPY = 0.80  # share of words in common from which two sentences are one, copied
RELATED = 5  # letters in common from which two predicates are of one family: explode, explosion
LEAD = 350  # characters: the lead of an article tells its main event
LEAD_BONUS = 0.15  # both dates stand in the lead


@dataclass(frozen=True, slots=True)
class Sight:
    """A claim with what likeness needs, worked out once."""

    claim: Claim
    value: DateValue
    core: DateValue
    sentence: frozenset[str]
    clause: frozenset[str]
    names: frozenset[str]
    roles: frozenset[str]
    predicate: str

    @classmethod
    def of(cls, claim: Claim, alignment: Alignment) -> Sight:
        """See a claim; a value of another room or of a report file counts as its words."""
        value = claim.value if isinstance(claim.value, DateValue) else DateValue(str(claim.value))
        event, context = value.event, claim.context
        names = frozenset(alignment.key(claim.source, name) for name in context.names)
        return cls(
            claim,
            value,
            replace(value, event=Event()),
            frozenset(stem(word) for word in context.lemmas),
            frozenset(stem(word) for word in context.clause),
            names,
            frozenset(stem(word) for word in (event.subject, *event.objects) if word),
            stem(event.predicate),
        )


def related(left: Sight, right: Sight) -> Relation:
    """How the two dates relate as dates."""
    return relate(left.core, right.core)


def likeness(left: Sight, right: Sight) -> tuple[float, tuple[Evidence, ...]]:
    """0 to 1, and what spoke for it. 1 only for sentences that differ in nothing but the date."""
    copied = _jaccard(left.sentence, right.sentence)
    if copied >= COPY and _same_place(left, right):
        reason = "the sentences are the same but for the date" if copied == 1 else "nearly one text"
        return copied, (Evidence("copied sentence", round(copied, 2), reason),)
    evidence = tuple(e for e in _features(left, right, copied) if e.weight)
    return max(0.0, min(0.99, sum(e.weight for e in evidence))), evidence


def _same_place(left: Sight, right: Sight) -> bool:
    """Whether the dates hang on the same word, where a sentence holds several."""
    one, two = left.value.event, right.value.event
    return (left.predicate, one.noun) == (right.predicate, two.noun) or not left.sentence


def _features(left: Sight, right: Sight, copied: float) -> list[Evidence]:
    one, two = left.value.event, right.value.event
    found = [
        _predicate(left, right),
        _share("participants", PARTICIPANTS, left.roles, right.roles),
        _share("clause", CLAUSE, left.clause, right.clause),
        Evidence(
            "sentence", round(SENTENCE * min(1.0, 2 * copied), 3), "words of the sentence in common"
        ),
        _share("names", NAMES, left.names, right.names),
    ]
    if one.reporting != two.reporting and scale(left.core) == scale(right.core) == "day":
        found.append(Evidence("said", -SAID, "one is the day somebody spoke, the other is not"))
    elif one.position < LEAD and two.position < LEAD and not one.reporting:
        found.append(Evidence("lead", LEAD_BONUS, "both stand in the lead"))
    return found


def _predicate(left: Sight, right: Sight) -> Evidence:
    one, two = left.predicate, right.predicate
    told = sorted((left.value.event.predicate, right.value.event.predicate))
    if one and one == two:
        return Evidence("predicate", PREDICATE, f"both are about “{told[0]}”")
    if left.value.event.reporting and right.value.event.reporting:
        return Evidence("predicate", PREDICATE / 2, "both are days on which somebody spoke")
    if one and two and one[:RELATED] == two[:RELATED] and len(one) >= RELATED:
        reason = f"“{told[0]}” and “{told[1]}” are of one family"
        return Evidence("predicate", PREDICATE * 2 / 3, reason)
    if one in right.sentence or two in left.sentence:
        shared = told[0] if stem(told[0]) in (right.sentence & left.sentence) else told[-1]
        return Evidence("predicate", PREDICATE / 2, f"both sentences say “{shared}”")
    return Evidence("predicate", 0.0, "")


def _share(feature: str, weight: float, one: frozenset[str], two: frozenset[str]) -> Evidence:
    common = one & two
    if not common:
        return Evidence(feature, 0.0, "")
    share = len(common) / min(len(one), len(two))
    size = min(1.0, (1 + len(common)) / 4)  # one word in common of one is not much
    words = ", ".join(sorted(common)[:4])
    return Evidence(feature, round(weight * share * size, 3), f"in common: {words}")


def _jaccard(one: frozenset[str], two: frozenset[str]) -> float:
    union = len(one | two)
    return len(one & two) / union if union else 1.0
