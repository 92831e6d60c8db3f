"""What a report cannot vouch for: skipped, unresolved, not compared. Silence is not agreement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factdiff.model import Claim, Kind, Source
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup

_EDTF = re.compile(r"[\dX~?%/.TZ:+\-\[\]{},Y]+")
MOST = 6  # places listed; more are counted


def remarks(lookup: Lookup) -> list[tuple[str, str]]:
    """Pairs of a word (``skipped``, ``unresolved``, ``note``) and one clean line."""
    report = lookup.report
    return [
        *(("skipped", line) for source in report.sources for line in _skipped(source, lookup)),
        *(
            ("unresolved", line)
            for source in report.sources
            for line in _unresolved(source, lookup)
        ),
        *(("note", clean(note)) for note in report.notes),
    ]


def _skipped(source: Source, lookup: Lookup) -> Iterator[str]:
    if not source.skipped:
        return
    times = Counter(clean(stretch.reason) for stretch in source.skipped)
    reasons = " · ".join(f"{reason} {number}" for reason, number in times.items())
    characters = sum(stretch.end - stretch.start for stretch in source.skipped)
    share = 100 * characters / max(1, source.characters)
    yield f"{lookup.label(source.id)}: {reasons} ({share:.0f}% of the text)"


def _unresolved(source: Source, lookup: Lookup) -> Iterator[str]:
    for note in source.notes:
        yield f"{lookup.label(source.id)}: {clean(note)}"
    dates = [claim for claim in lookup.report.claims if _keeps_its_words(claim, source)]
    if dates:
        listed = ", ".join(f"{clean(claim.text)} (line {claim.line})" for claim in dates[:MOST])
        more = f" and {len(dates) - MOST} more" if len(dates) > MOST else ""
        yield f"{lookup.label(source.id)}: dates left in the article’s words: {listed}{more}"


def _keeps_its_words(claim: Claim, source: Source) -> bool:
    """A date that could not be resolved: its normal form is ``Thursday``, not EDTF."""
    return (
        claim.source == source.id
        and claim.kind is Kind.DATE
        and _EDTF.fullmatch(str(claim.value)) is None
    )
