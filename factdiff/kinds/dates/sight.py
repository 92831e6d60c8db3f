"""A dated mention as matching sees it, and how two of them relate as dates and as texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factdiff.alignment import Alignment
from factdiff.kinds.dates.families import kind_of
from factdiff.kinds.dates.relation import Relation, relate, scale
from factdiff.kinds.dates.value import DateValue, Event
from factdiff.kinds.dates.wording import stem
from factdiff.model import Claim

COPY = 0.80  # share of words in common from which two sentences are one, copied
NEAR_PLACE = 12  # characters by which a copied date may have moved in its sentence
LENGTH_OF_DAY = 10  # characters of 2021-08-01
NUMBERS = 0.30  # other numbers are told: 200 drowned in one year, 340 in another
RANKS = 0.50  # the first bomb and the second are two
EITHER = frozenset({"first", "final"})  # ranks that the other article may leave out
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Sight:
    """A claim with what likeness needs, worked out once."""

    claim: Claim
    value: DateValue
    core: DateValue
    sentence: frozenset[str]
    clause: frozenset[str]
    sense: frozenset[str]
    gist: frozenset[str]
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
        doers = [stem(word) for word in (event.subject, *event.meant) if word]
        clause = {stem(word) for word in context.clause}
        sense = {kind_of(word) for word in (*clause, *doers)}
        return cls(
            claim,
            value,
            replace(value, event=Event()),
            frozenset(stem(word) for word in context.lemmas),
            frozenset(clause),
            frozenset(sense),
            frozenset(kind_of(stem(word)) for word in context.lemmas) | sense,
            names,
            frozenset(
                kind_of(stem(word))
                for word in (event.subject, *event.objects, *event.meant)
                if word
            ),
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
    found = YEAR.search(sight.claim.text)
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


def told_apart(left: Sight, right: Sight) -> float:
    """How much the ranks and counts of two clauses speak for two events.

    ``a first bomb`` and ``a second``; ``killed 200 people`` and ``killed 340 people``.
    """
    one, two = set(left.value.event.marks), set(right.value.event.marks)
    if any(" " in mark for mark in one & two):
        return 0.0
    if _ranks(one) - EITHER != _ranks(two) - EITHER or (
        _ranks(one) and _ranks(two) and not _ranks(one) & _ranks(two)
    ):
        return RANKS
    return NUMBERS if _counted(one) & _counted(two) else 0.0


def _ranks(marks: Iterable[str]) -> set[str]:
    """The ranks of a clause: ``second``, ``another``."""
    return {mark for mark in marks if " " not in mark}


def _counted(marks: Iterable[str]) -> set[str]:
    """The things that are counted in a clause."""
    return {mark.split(" ", 1)[1] for mark in marks if " " in mark}
