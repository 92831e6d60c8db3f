"""Where one article contradicts itself: headline and body, weekday and date, parts and total.

A headline is written by another hand than the story, and later: it is a text of its own about
the same event. The two are held against each other as two sources are, and only a conflict
beyond doubt is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from factdiff.kinds.dates import wrong_weekday
from factdiff.kinds.finding import finding_of
from factdiff.kinds.quantities import contradictions
from factdiff.model import (
    Claim,
    Finding,
    Group,
    Judgement,
    Kind,
    Position,
    Report,
    Source,
    Verdict,
)
from factdiff.settings import Settings

SUREST = 0.75  # a headline says little: what ties it to the body must be plain
# a quotation or an office is cut short in a headline as a matter of course
KINDS = frozenset({Kind.PERSON, Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE})
HEADLINE, BODY = "A", "B"
YEAR = re.compile(r"\b[12]\d{3}\b")
CALENDAR = 0.95  # the calendar is sure; that both words stand for one day is nearly so
ADDED_UP = 0.9  # so is arithmetic; that the parts are parts is nearly so

Compare = Callable[[Sequence[Source], Sequence[Claim]], Report]


def internal_findings(
    source: Source, claims: Sequence[Claim], compare: Compare, settings: Settings
) -> list[Finding]:
    """Where one source contradicts itself; each finding is marked as ``internal``.

    ``claims`` may be those of all sources; ``compare`` compares two sources, given their claims.
    """
    mine = [claim for claim in claims if claim.source == source.id]
    return [
        *_against_headline(source, mine, compare),
        *_weekdays(source, mine, settings),
        *_sums(source, mine, settings),
    ]


def _against_headline(source: Source, mine: Sequence[Claim], compare: Compare) -> Iterator[Finding]:
    if not any(claim.context.headline for claim in mine):
        return
    parts = [replace(c, source=HEADLINE if c.context.headline else BODY) for c in mine]
    halves = [replace(source, id=HEADLINE), replace(source, id=BODY)]
    for finding in compare(halves, parts).findings:
        sure = finding.confidence >= SUREST and finding.kind in KINDS
        if finding.verdict is Verdict.CONFLICT and sure:
            yield _marked(finding, source)


def _weekdays(source: Source, mine: Sequence[Claim], settings: Settings) -> Iterator[Finding]:
    for claim in mine:
        # without a year in its own words the date leans on what was inferred: no ground to accuse
        wrong = wrong_weekday(claim) if YEAR.search(claim.text) else ""
        if wrong:
            yield _told(source, (claim,), f"weekday against date: {wrong}", CALENDAR, settings)


def _sums(source: Source, mine: Sequence[Claim], settings: Settings) -> Iterator[Finding]:
    for claims, why in contradictions(source, mine):
        ages = any(claim.kind is Kind.MEASURE for claim in claims)
        told = f"{'age against year of birth' if ages else 'parts against total'}: {why}"
        yield _told(source, claims, told, ADDED_UP, settings)


def _told(
    source: Source, claims: tuple[Claim, ...], why: str, sure: float, settings: Settings
) -> Finding:
    """The finding that an article's own claims cannot stand side by side."""
    positions = tuple(Position(claim.text, (source.id,), (claim.id,)) for claim in claims)
    judgement = Judgement(
        Verdict.CONFLICT,
        claims[0].subject or claims[0].text,
        f"{source.name} contradicts itself, {why}.",
        sure,
        positions,
    )
    group = Group(claims[-1].kind, claims)
    return replace(finding_of(group, judgement, {source.id: source}, settings), internal=True)


def _marked(finding: Finding, source: Source) -> Finding:
    positions = tuple(
        replace(position, sources=(source.id,), copied=()) for position in finding.positions
    )
    return replace(
        finding,
        positions=positions,
        message=f"{source.name} contradicts itself, headline against body. {finding.message}",
        internal=True,
    )
