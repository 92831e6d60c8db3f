"""The counts of a report in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factdiff.model import Finding, Kind, Report, Verdict
from factdiff.report.lookup import Lookup


def count_of(verdict: Verdict, number: int) -> str:
    """``1 conflict``, ``2 variants``, ``8 compatible``, ``21 agree``, ``40 in one source only``."""
    match verdict:
        case Verdict.CONFLICT | Verdict.VARIANT:
            return f"{number} {verdict}" + ("" if number == 1 else "s")
        case Verdict.SINGLE:
            return f"{number} in one source only"
        case _:
            return f"{number} {verdict}"


def counts(report: Report) -> list[tuple[Verdict, str]]:
    """Every verdict with its count in words, worst first."""
    return [(verdict, count_of(verdict, number)) for verdict, number in report.summary.items()]


def by_kind(findings: Iterable[Finding]) -> str:
    """``person 5 · organization 7``, in the order of the kinds."""
    times = Counter(finding.kind for finding in findings)
    return " · ".join(f"{kind} {times[kind]}" for kind in Kind if times[kind])


def by_source(findings: Iterable[Finding], lookup: Lookup) -> str:
    """``npr.txt 17 · upi.txt 23``: who states what the others do not."""
    times = Counter(finding.positions[0].sources[0] for finding in findings)
    known = [source.id for source in lookup.report.sources if times[source.id]]
    return " · ".join(f"{lookup.label(source)} {times[source]}" for source in known)
