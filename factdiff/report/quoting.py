"""Who speaks in a finding, and in which sentence: what every format for people lays out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factdiff.model import Claim, Finding, Position, Source, Span, Verdict
from factdiff.report.differences import differing
from factdiff.report.excerpt import Part, Piece, excerpt
from factdiff.report.lookup import Lookup

NEAR = 20  # characters between two claims that an excerpt of one shows together
_TAGS = {Part.CLAIM: "b", Part.DIFFERS: "ins"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A source that takes a position: the claim to show, its others, the words that differ."""

    position: Position
    source: Source
    claim: Claim
    also: tuple[Claim, ...]
    differs: tuple[Span, ...]

    def sentence(self, width: int) -> tuple[Piece, ...]:
        """The claim's sentence, cut to about ``width`` characters."""
        return excerpt(self.source, self.claim, self.differs, width)


def voices(finding: Finding, lookup: Lookup) -> list[Voice]:
    """Every source that speaks, position by position.

    What one source says twice in one place, ``125 mph (205 kph)``, is shown once, unless the
    two contradict each other.
    """
    found: list[Voice] = []
    for position in finding.positions:
        others = [
            lookup.voices(other)[0][0].text for other in finding.positions if other is not position
        ]
        for claim, *also in lookup.voices(position):
            source = lookup.source(claim.source)
            if finding.verdict is not Verdict.CONFLICT and any(_beside(claim, v) for v in found):
                continue
            differs = differing(claim.text, others)
            found.append(Voice(position, source, claim, tuple(also), differs))
    return found


def _beside(claim: Claim, voice: Voice) -> bool:
    """Whether a claim stands so near one that is shown that both are in the same excerpt."""
    shown = voice.claim
    gap = max(claim.start, shown.start) - min(claim.end, shown.end)
    return claim.source == shown.source and claim.sentence == shown.sentence and gap <= NEAR


def tagged(pieces: Iterable[Piece], quote: Callable[[str], str]) -> str:
    """An excerpt with HTML tags for its marks; ``quote`` makes article text harmless."""
    return "".join(
        f"<{_TAGS[piece.part]}>{quote(piece.text)}</{_TAGS[piece.part]}>"
        if piece.part in _TAGS
        else quote(piece.text)
        for piece in pieces
        if piece.part is not Part.MARK
    )
