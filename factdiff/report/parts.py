"""A report on several drafts, taken apart for people: one part for each draft."""

from __future__ import annotations

from dataclasses import replace

from factdiff.model import Report


def parts(report: Report) -> list[Report]:
    """One report for each draft with its sources and findings; without drafts the report."""
    if not report.checks:
        return [report]
    return [
        replace(
            report,
            sources=tuple(s for s in report.sources if s.id in {check.draft, *check.against}),
            findings=tuple(
                finding
                for finding in report.findings
                if any(check.draft in position.sources for position in finding.positions)
            ),
            checks=(check,),
        )
        for check in report.checks
    ]
