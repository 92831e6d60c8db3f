"""Figures of one article that cannot stand side by side: parts and total, age and year of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from factdiff.kinds.quantities.families import is_person
from factdiff.kinds.quantities.tables import rows
from factdiff.kinds.quantities.value import quantity_of
from factdiff.kinds.quantities.wording import in_words
from factdiff.model import Claim, Kind, Source

# between a total and its first part, and between one part and the next
OPENS = re.compile(
    r"[\s,:;(—–-]*(?:including|among them|of whom|of them|made up of|consisting of|comprising)?\s*"
)
NEXT = re.compile(r"\s*(?:,|,? and)\s*")
BORN = re.compile(r"\b(?:was|were|is)?\s*born\b[^.;()]{0,40}$", re.IGNORECASE)
PAST = re.compile(r"\b(?:then|when|died|dead|death|killed|late|would have been)\b", re.IGNORECASE)
YEAR = re.compile(r"\d{4}(?:-|$)")
SLIP = 30  # years that a mistyped age or year is out; more, and another person is meant

Contradiction = tuple[tuple[Claim, ...], str]


def contradictions(source: Source, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """What one article says of itself that cannot be: the claims, and why in one sentence.

    ``claims`` are those of ``source`` in the order of the text. Runs in time linear in them.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    counts = [claim for claim in ordered if claim.kind is Kind.COUNT]
    yield from _parts(source, counts)
    yield from _ages(source, ordered)


def _parts(source: Source, counts: Sequence[Claim]) -> Iterator[Contradiction]:
    for at, total in enumerate(counts):
        whole = _exact(total)
        if whole is None or not is_person(quantity_of(total).thing.head):
            continue
        parts = _list_after(source.text, total, counts[at + 1 : at + 6])
        added = sum((_exact(part) or Decimal(0) for part in parts), Decimal(0))
        if len(parts) > 1 and added > whole and _are_apart(total, parts):
            listed = " and ".join(f"“{part.text}”" for part in parts)
            yield (total, *parts), f"{listed} are {added}, more than “{total.text}”"


def _exact(claim: Claim) -> Decimal | None:
    amount = quantity_of(claim).amount
    return amount.low if amount.exact and not amount.others else None


def _list_after(text: str, total: Claim, following: Sequence[Claim]) -> list[Claim]:
    """The counts that follow a total as a list: ``, five men and eight women``."""
    parts: list[Claim] = []
    end, link = total.end, OPENS
    for claim in following:
        if claim.sentence != total.sentence or not link.fullmatch(text, end, claim.start):
            break
        if _exact(claim) is None or not claim.start > total.end:
            break
        parts.append(claim)
        end, link = claim.end, NEXT
    return parts


def _are_apart(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether nobody is in two of the parts; ``nine women, seven men`` are parts of no women."""
    heads = [quantity_of(part).thing.head for part in parts]
    whole = quantity_of(total).thing.head
    known = [set(words.split("|")) for words, *_ in rows("exclusive.tsv")]
    apart = len(set(heads)) == len(heads) and any(set(heads) <= row for row in known)
    return apart and not any(whole in row and row & set(heads) for row in known)


def _ages(source: Source, claims: Sequence[Claim]) -> Iterator[Contradiction]:
    published = source.published or ""
    if not published[:4].isdigit():
        return
    births = [claim for claim in claims if _is_birth(source.text, claim)]
    by_sentence = {claim.sentence: claim for claim in reversed(births)}  # the date next to `born`
    for claim in claims:
        birth = by_sentence.get(claim.sentence)
        if birth is None or not _is_age_now(source.text, claim):
            continue
        age, born = int(_exact(claim) or 0), int(str(birth.value)[:4])
        years = int(published[:4]) - born
        if age in (years - 1, years) or abs(age - years) > SLIP:
            continue
        who = quantity_of(claim).thing.owner
        told = f"was {years - 1} or {years} in {published[:4]}"
        yield (birth, claim), f"born in {born}, {who} {told}, not {in_words(quantity_of(claim))}"


def _is_birth(text: str, claim: Claim) -> bool:
    dated = claim.kind is Kind.DATE and YEAR.match(str(claim.value))
    return bool(dated) and bool(BORN.search(text[max(0, claim.start - 60) : claim.start]))


def _is_age_now(text: str, claim: Claim) -> bool:
    if claim.kind is not Kind.MEASURE:
        return False
    quantity = quantity_of(claim)
    if quantity.unit != "years old" or not quantity.thing.owner or _exact(claim) is None:
        return False
    return not PAST.search(text[claim.sentence.start : claim.sentence.end])
