"""A judgement becomes a finding: severity by policy, and an id that lasts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from factdiff.model import Finding, Group, Judgement, Source
from factdiff.settings import Settings

ID_LENGTH = 12  # hexadecimal digits: 48 bits, no clash among the findings of a newsroom


def finding_of(
    group: Group, judgement: Judgement, sources: Mapping[str, Source], settings: Settings
) -> Finding:
    """The finding for a judged group. ``sources`` are the report's sources by id."""
    return Finding(
        id=fingerprint(group, judgement, sources),
        kind=group.kind,
        verdict=judgement.verdict,
        subject=judgement.subject,
        severity=settings.severities[judgement.verdict],
        confidence=judgement.confidence,
        message=sentence(judgement.reason),
        positions=judgement.positions,
        evidence=judgement.evidence,
        rejected=group.rejected,
    )


def sentence(reason: str) -> str:
    """A reason as a sentence: its first word in capitals (not eBay's), one full stop at its end.

    ``more than 300 lies within …`` begins with a value; ``… name Rook Mining Co..`` ends with one.
    """
    first = reason.partition(" ")[0]
    begun = reason[:1].upper() + reason[1:] if first.isalpha() and first.islower() else reason
    return f"{begun[:-2]}." if begun.endswith("..") and not begun.endswith("...") else begun


def fingerprint(group: Group, judgement: Judgement, sources: Mapping[str, Source]) -> str:
    """An id made of what is said and by whom, not of where it stands.

    Unrelated text that moves, the order of the sources and the folder they lie in change nothing.
    """
    said = sorted(
        f"{sources[source].name}\t{position.display}"
        for position in judgement.positions
        for source in position.sources
    )
    words = "\n".join((group.kind, judgement.verdict, *said))
    # a file name may hold bytes that are no UTF-8: they come as surrogates
    return sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:ID_LENGTH]


def with_distinct_ids(findings: Iterable[Finding]) -> list[Finding]:
    """Number the findings that say the same (``2 people`` twice): ``…-2``, ``…-3``."""
    seen: Counter[str] = Counter()
    distinct = []
    for finding in findings:
        seen[finding.id] += 1
        number = seen[finding.id]
        distinct.append(replace(finding, id=f"{finding.id}-{number}") if number > 1 else finding)
    return distinct
