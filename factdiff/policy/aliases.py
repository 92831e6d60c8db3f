"""House style for names: spellings that are required, and spellings that are both accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from factdiff.model import Claim, Finding, Kind, Severity, Verdict

NAMES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Alias:
    """A name and its other spellings; with ``accept`` every one may stand, else only ``name``."""

    name: str
    also: tuple[str, ...]
    accept: bool = False

    def others(self) -> frozenset[str]:
        """The spellings beside the name, folded."""
        return frozenset(word.casefold() for word in self.also)

    def forms(self) -> frozenset[str]:
        """Every spelling, folded."""
        return self.others() | {self.name.casefold()}


def styled(
    finding: Finding,
    draft: str,
    claims: Sequence[Claim],
    aliases: Iterable[Alias],
    severities: Mapping[Verdict, Severity],
) -> Finding:
    """A draft's finding as house style has it.

    A spelling that house style does not have becomes a variant, whatever the sources write. A
    difference between spellings of one alias becomes an agreement, and so does a name that the
    sources have under another of its spellings. ``claims`` are those of the draft and its sources.
    """
    if finding.kind not in NAMES:
        return finding
    of_finding = {claim for position in finding.positions for claim in position.claims}
    mine = [c for c in claims if c.id in of_finding and c.source == draft]
    for alias in aliases:
        forms = alias.forms()
        written = [claim for claim in mine if _words(claim) & forms]
        if not written:
            continue
        foreign = [c.text for c in written if c.text.casefold() in alias.others()]
        if foreign and not alias.accept:
            message = f"House style is {alias.name}; the draft has {foreign[0]}."
            return _judged(finding, Verdict.VARIANT, message, severities)
        theirs = [c for c in claims if c.source != draft and c.kind is finding.kind]
        said = [c for c in theirs if c.id in of_finding] or theirs
        if finding.verdict is not Verdict.AGREE and _all_known(finding, said, of_finding, forms):
            message = (
                f"House style takes these for one name: {', '.join((alias.name, *alias.also))}."
            )
            return _judged(finding, Verdict.AGREE, message, severities)
    return finding


def _words(claim: Claim) -> frozenset[str]:
    return frozenset({claim.text.casefold(), str(claim.value).casefold()})


def _all_known(
    finding: Finding, said: Sequence[Claim], of_finding: set[str], forms: frozenset[str]
) -> bool:
    """Whether the sources have the name in known spellings: all in the finding, or any at all."""
    if finding.verdict is Verdict.SINGLE:
        return any(_words(claim) & forms for claim in said)
    return all(_words(claim) & forms for claim in said if claim.id in of_finding)


def _judged(
    finding: Finding, verdict: Verdict, message: str, severities: Mapping[Verdict, Severity]
) -> Finding:
    return replace(
        finding, verdict=verdict, severity=severities[verdict], message=message, confidence=1.0
    )
