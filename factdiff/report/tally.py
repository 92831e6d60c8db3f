"""The counts of a report in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from factdiff.model import Finding, Kind, Report, Verdict
from factdiff.report.lookup import Lookup


def count_of(verdict: Verdict, number: int, *, of_draft: bool = False) -> str:
    """``1 conflict``, ``2 variants``, ``8 compatible``, ``21 agree``, ``40 in one source only``.

    Of a draft: ``21 supported``, ``40 unsupported``.
    """
    match verdict:
        case Verdict.CONFLICT | Verdict.VARIANT:
            return f"{number} {verdict}" + ("" if number == 1 else "s")
        case Verdict.SINGLE:
            return f"{number} unsupported" if of_draft else f"{number} in one source only"
        case Verdict.AGREE if of_draft:
            return f"{number} supported"
        case _:
            return f"{number} {verdict}"


def counted_word(verdict: Verdict, of_draft: bool) -> str:
    """The word in front of findings that are counted, not listed."""
    match verdict:
        case Verdict.SINGLE:
            return "unsupported" if of_draft else "one only"
        case Verdict.AGREE if of_draft:
            return "supported"
        case _:
            return str(verdict)


def counts(report: Report) -> list[tuple[Verdict, str]]:
    """Every verdict with its count in words, worst first."""
    of_draft = bool(report.checks)
    summary = report.summary.items()
    return [(verdict, count_of(verdict, number, of_draft=of_draft)) for verdict, number in summary]


def title(lookup: Lookup) -> str:
    """``npr.txt × upi.txt``, or ``draft.md against npr.txt, upi.txt``."""
    report = lookup.report
    if len(report.checks) == 1:
        check = report.checks[0]
        return f"{lookup.label(check.draft)} against {lookup.labels(check.against)}"
    if report.checks:
        return lookup.labels(check.draft for check in report.checks)
    return " × ".join(lookup.label(source.id) for source in report.sources)


def by_kind(findings: Iterable[Finding]) -> str:
    """``person 5 · organization 7``, in the order of the kinds."""
    times = Counter(finding.kind for finding in findings)
    return " · ".join(f"{kind} {times[kind]}" for kind in Kind if times[kind])


def by_source(findings: Iterable[Finding], lookup: Lookup) -> str:
    """``npr.txt 17 · upi.txt 23``: who states what the others do not; for a draft, which kinds."""
    found = list(findings)
    times = Counter(finding.positions[0].sources[0] for finding in found)
    if lookup.report.checks:
        return by_kind(found)
    known = [source.id for source in lookup.report.sources if times[source.id]]
    return " · ".join(f"{lookup.label(source)} {times[source]}" for source in known)
