"""What a report cannot vouch for: skipped, unresolved, not compared. Silence is not agreement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factdiff.model import Claim, Kind, Source, Verdict
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup

# what belongs to the file's own format and to no article
_FORMAT = frozenset({"front matter", "comment", "markup", "link target", "code"})
_LEAST = 1.0  # percent of a text below which a share says nothing
_SCORE = re.compile(r" \(\d+\.\d+ of \d+\.\d+\)$")
NEAR = "near miss"  # the feature of what was rejected narrowly
MOST_NEAR = 4
_EDTF = re.compile(r"[\dX~?%/.TZ:+\-\[\]{},Y]+")
MOST = 6  # places listed; more are counted


def remarks(lookup: Lookup) -> list[tuple[str, str]]:
    """Pairs of a word (``skipped``, ``unresolved``, ``look at``, ``note``) and one clean line."""
    report = lookup.report
    return [
        *(("skipped", line) for source in report.sources for line in _skipped(source, lookup)),
        *(
            ("unresolved", line)
            for source in report.sources
            for line in _unresolved(source, lookup)
        ),
        *(("look at", line) for line in _near(lookup)),
        *(("note", clean(note)) for note in report.notes),
    ]


def _skipped(source: Source, lookup: Lookup) -> Iterator[str]:
    skipped = [stretch for stretch in source.skipped if stretch.reason not in _FORMAT]
    if not skipped:
        return
    times = Counter(clean(stretch.reason) for stretch in skipped)
    reasons = " · ".join(
        reason if number == 1 else f"{reason} {number} times" for reason, number in times.items()
    )
    characters = sum(stretch.end - stretch.start for stretch in skipped)
    share = 100 * characters / max(1, source.characters)
    told = f" ({share:.0f}% of the text)" if share >= _LEAST else ""
    yield f"{lookup.label(source.id)}: {reasons}{told}"


def _near(lookup: Lookup) -> Iterator[str]:
    """What two sources state, each alone, that was nearly taken for one: worth a look by eye.

    Where one of the two has found its partner elsewhere, there is nothing left to look at.
    """
    places: dict[str, list[str]] = {}
    weights: dict[str, float] = {}
    for finding in lookup.having(Verdict.SINGLE):
        claim = lookup.claim(finding.positions[0].claims[0])
        for piece in finding.rejected:
            if piece.feature == NEAR:
                words = _SCORE.sub("", clean(piece.reason))
                places.setdefault(words, []).append(lookup.place(claim))
                weights[words] = max(weights.get(words, 0.0), piece.weight)
    both = [words for words, where in places.items() if len(where) > 1]
    ordered = sorted(both, key=lambda words: (-weights[words], words))
    for words in ordered[:MOST_NEAR]:
        yield f"{', '.join(dict.fromkeys(places[words]))}: {words}"
    if len(ordered) > MOST_NEAR:
        yield f"and {len(ordered) - MOST_NEAR} more that were not sure enough"


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
