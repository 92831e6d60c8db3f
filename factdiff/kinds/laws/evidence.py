"""What spoke for and against taking laws for the same: the lines that ``explain`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factdiff.kinds.laws.likeness import (
    law_of,
    near_title,
    same_law,
    sentence_likeness,
    table_reason,
)
from factdiff.kinds.laws.slips import misnumbered, misspelt, plural_only
from factdiff.kinds.laws.value import Law
from factdiff.model import Claim, Evidence

MANY = 60  # mentions beyond which one of each wording is looked at: pairs cost their square
SHOWN = 3  # rejected candidates that are worth a reader's time


def evidence_of(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    """The reasons why claims of several sources meet; nothing for one source alone."""
    if len(claims) > MANY:
        claims = list({(claim.source, str(claim.value)): claim for claim in claims}.values())
    pairs = [(a, b) for a, b in combinations(claims, 2) if a.source != b.source]
    if not pairs:
        return ()
    left, right = min(pairs, key=_nearness)
    return tuple(_features(left, right))


def _nearness(pair: tuple[Claim, Claim]) -> tuple[bool, bool, float, int]:
    left, right = pair
    a, b = law_of(left), law_of(right)
    return (
        not same_law(a, b),
        a.section != b.section,
        -sentence_likeness(left, right),
        left.start + right.start,
    )


def _features(left: Claim, right: Claim) -> Iterator[Evidence]:
    a, b = sorted((law_of(left), law_of(right)), key=lambda law: (len(law.words), law.words))
    source = table_reason(a, b)
    if source is not None:
        yield Evidence("table", 0.95, f"{a} and {b} are one law in the table ({source}).")
    elif a.identity == b.identity:
        yield Evidence("title or number", 1.0, f"The title or number is the same: {a}.")
    elif same_law(a, b):
        yield Evidence("title", 0.9, f"{a} is {b} cut short.")
    elif misspelt(a, b) or plural_only(a, b) or misnumbered(a, b):
        yield Evidence("title or number", 0.8, f"{a} and {b} differ in a letter or digit or two.")
    else:
        yield Evidence("title or number", -0.5, f"{a} and {b} are two laws.")
    yield from _particulars(a, b)
    likeness = sentence_likeness(left, right)
    if likeness:
        share = f"{likeness:.0%} of the words around them are the same."
        yield Evidence("statement", round(likeness, 2), share)


def _particulars(a: Law, b: Law) -> Iterator[Evidence]:
    if a.section is not None and a.section == b.section:
        yield Evidence("part", 0.3, f"Both name the {a.unit} {a.section}.")
    elif None not in (a.section, b.section):
        yield Evidence("part", -0.35, f"The parts differ: {a.section}, {b.section}.")
    if a.year is not None and b.year is not None and a.year != b.year:
        yield Evidence("year", -0.3, f"The years differ: {a.year}, {b.year}.")


def rejected_for(claims: Sequence[Claim], others: Iterable[Claim]) -> tuple[Evidence, ...]:
    """Laws of other sources that look like these and were left out, the likeliest first."""
    mine = law_of(claims[0])
    near = {
        str(other.value): Evidence("other law", -0.5, f"{other.value} is another law than {mine}.")
        for other in others
        if other.source != claims[0].source and _is_near(mine, law_of(other))
    }
    return tuple(near[words] for words in sorted(near)[:SHOWN])


def _is_near(left: Law, right: Law) -> bool:
    return not same_law(left, right) and left.form == right.form and near_title(left, right)
