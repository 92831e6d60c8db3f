"""How surely two dates date the same event: a visible list of weighted evidence.

Verb or noun, participants, the words of the clause and of the sentence, the names in it, the place
in the article. Dates do not meet by being dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from factdiff.alignment import Alignment
from factdiff.kinds.dates.families import family, kind_of
from factdiff.kinds.dates.relation import Relation, relate, scale
from factdiff.kinds.dates.value import DateValue, Event
from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import numbers
from factdiff.model import Claim, Evidence

# what each feature can add to the likeness of two events, at most 1 together
PREDICATE = 0.30  # the same verb or noun: struck / struck, Sunday's quake / Saturday's quake
PARTICIPANTS = 0.20  # the same subject and objects
CLAUSE = 0.20  # the other words of the clause
SENTENCE = 0.15  # the other words of the sentence
NAMES = 0.15  # the names in the sentence, aligned
PARTICULARS = 0.30  # the same number in both: 340 dead, whatever the year
NUMBERS = 0.30  # other numbers are told: 200 drowned in one year, 340 in another
RANKS = 0.50  # the first bomb and the second are two
SAID = 0.35  # a day on which somebody spoke is not the day of what he spoke of
COPY = 0.80  # share of words in common from which two sentences are one, copied
RELATED = 5  # letters in common from which two predicates are of one family: explode, explosion
NEAR_PLACE = 12  # characters by which a copied date may have moved in its sentence
LENGTH_OF_DAY = 10  # characters of 2021-08-01
LEAD = 350  # characters: the lead of an article tells its main event
LEAD_BONUS = 0.15  # both dates stand in the lead


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


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
    offset: int

    @property
    def source(self) -> str:
        """The id of the source that says it."""
        return self.claim.source

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for mentions of one source that say the same in the same words."""
        place = (self.claim.source, self.core, self.claim.text.casefold(), self.predicate)
        return (*place, self.value.event.reporting, self.sentence, self.clause, self.names)

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
            frozenset(kind_of(stem(word)) for word in (event.subject, *event.objects) if word),
            " ".join(stem(word) for word in event.predicate.split()),
            claim.start - claim.sentence.start,
        )


def related(left: Sight, right: Sight) -> Relation:
    """How the two dates relate as dates, in view of their sentences.

    In a sentence that both articles share, the same words are the same date, whatever day each
    article counts from; and ``last month`` is not ``last year``.
    """
    relation = relate(left.core, right.core)
    if relation is Relation.WITHIN and not (states_year(left) or states_year(right)):
        relation = relate(_yearless(left.core), _yearless(right.core))  # Aug. 1 / August 1
    if relation is Relation.EQUAL or relation is Relation.WITHIN or not copied(left, right):
        return relation
    if left.claim.text.casefold() == right.claim.text.casefold():
        return Relation.EQUAL
    return Relation.APART if _pointed(left) and _pointed(right) else relation


def states_year(sight: Sight) -> str:
    """The year in the words of a date; empty where it was only worked out."""
    found = _YEAR.search(sight.claim.text)
    return found[0] if found else ""


def _yearless(core: DateValue) -> DateValue:
    """A day without the year that only the article's date gives it: ``XXXX-08-01``."""
    if scale(core) != "day" or len(core.edtf) < LENGTH_OF_DAY:
        return core
    edtf = core.edtf
    return replace(core, form=core.form.replace(edtf, "XXXX" + edtf[4:]), edtf="XXXX" + edtf[4:])


def _pointed(sight: Sight) -> bool:
    """Whether a date only points (``two days after``, ``last month``), and not from today."""
    core = sight.core
    return bool(core.relative) and not core.edtf and not core.relative.startswith("day:")


def copied(left: Sight, right: Sight) -> float:
    """The share of words in common of two sentences that seem one text; else 0.

    The dates must stand at the same place of it; of few words little can be said.
    """
    common = len(left.sentence & right.sentence)
    union = len(left.sentence | right.sentence)
    share = common / union if union else 0.0
    if share < COPY or not _same_place(left, right):
        return 0.0
    one, two = left.value.event, right.value.event
    if one.ahead != two.ahead or told_apart(left, right) >= RANKS:
        return 0.0
    aside = abs(left.offset - right.offset) / 1000  # of two places the nearer is meant
    return max(0.0, share * min(1.0, (common + 2) / 6) - min(0.05, aside))


def _same_place(left: Sight, right: Sight) -> bool:
    """Whether the dates hang on the same word or stand at the same place of the sentence."""
    if abs(left.offset - right.offset) <= NEAR_PLACE:
        return True
    one, two = left.value.event, right.value.event
    return (left.predicate, one.noun) == (right.predicate, two.noun)


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
    common = len(left.sentence & right.sentence)
    union = len(left.sentence) + len(right.sentence) - common
    weights = [
        ("predicate", _predicate(left, right)),
        ("participants", PARTICIPANTS * _share(left.roles, right.roles)),
        ("clause", CLAUSE * _share(left.clause, right.clause)),
        ("sentence", SENTENCE * min(1.0, 2 * common / union) if common else 0.0),
        ("names", NAMES * _share(left.names, right.names)),
    ]
    if any(weight for _, weight in weights) and _numbers(left) & _numbers(right):
        weights.append(("particulars", PARTICULARS))
    if one.reporting != two.reporting and scale(left.core) == scale(right.core) == "day":
        weights.append(("said", -SAID))
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


def told_apart(left: Sight, right: Sight) -> float:
    """How much the numbers and ranks of two sentences speak for two events."""
    one, two = set(left.value.event.marks), set(right.value.event.marks)
    ranks = {"another", *numbers("ordinals", "ordinal")}
    if (one & two) - ranks:
        return 0.0
    if ranks & one != ranks & two:
        return RANKS
    return NUMBERS if one and two and not one & two else 0.0


def _numbers(sight: Sight) -> frozenset[str]:
    """The numbers in a sentence that are no years."""
    found = (word for word in sight.sentence if any(c.isdigit() for c in word))
    return frozenset(word for word in found if len(word) > 1 and not _YEAR.fullmatch(word))


def _predicate(left: Sight, right: Sight) -> float:
    one, two = left.predicate, right.predicate
    if one and one == two:
        return PREDICATE
    if one and two and family(one) is not None and family(one) == family(two):
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
        "clause": left.clause & right.clause,
        "sentence": left.sentence & right.sentence,
    }
    if feature in pairs:
        return f"words of the {feature} in common: {', '.join(sorted(pairs[feature])[:5])}"
    told = sorted({left.value.event.predicate, right.value.event.predicate} - {""})
    fixed = {
        "names": f"{len(left.names & right.names)} of the names beside them are the same",
        "particulars": "both name " + ", ".join(sorted(_numbers(left) & _numbers(right))),
        "said": "one is the day somebody spoke, the other is not",
        "lead": "both stand in the lead",
        "predicate": "they date " + " and ".join(f"“{word}”" for word in told),
    }
    return fixed[feature]
