"""Where one article contradicts itself: its headline against its body.

A headline is written by another hand than the story, and later: it is a text of its own about
the same event. The two are held against each other as two sources are, and only a conflict
beyond doubt is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from factdiff.model import Claim, Finding, Kind, Report, Source, Verdict

SUREST = 0.75  # a headline says little: what ties it to the body must be plain
# a quotation or an office is cut short in a headline as a matter of course
KINDS = frozenset({Kind.PERSON, Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE})
HEADLINE, BODY = "A", "B"

Compare = Callable[[Sequence[Source], Sequence[Claim]], Report]


def internal_findings(
    source: Source, claims: Sequence[Claim], compare: Compare
) -> tuple[Finding, ...]:
    """The conflicts between the headline and the body of one source, marked as ``internal``.

    ``claims`` are the source's own; ``compare`` compares two sources, given their claims.
    """
    mine = [claim for claim in claims if claim.source == source.id]
    if not any(claim.context.headline for claim in mine):
        return ()
    parts = [replace(c, source=HEADLINE if c.context.headline else BODY) for c in mine]
    halves = [replace(source, id=HEADLINE), replace(source, id=BODY)]
    return tuple(
        _marked(finding, source)
        for finding in compare(halves, parts).findings
        if finding.verdict is Verdict.CONFLICT
        and finding.kind in KINDS
        and finding.confidence >= SUREST
    )


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
