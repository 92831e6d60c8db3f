"""A row for each thing that a source says in a finding: for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from factdiff.model import Finding, Report
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup
from factdiff.report.view import View

OF_FINDING = ("finding", "verdict", "kind", "severity", "confidence", "subject", "message")
OF_SOURCE = ("says", "source", "path", "line", "column", "text", "attribution", "suppressed")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render(report: Report, view: View) -> str:
    """The findings as CSV with a head row, comma and double quote, lines ended by a line feed.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    del view
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((*OF_FINDING, *OF_SOURCE))
    lookup = Lookup(report)
    for finding in report.findings:
        writer.writerows([cell(words) for words in row] for row in _rows(finding, lookup))
    return out.getvalue()


def _rows(finding: Finding, lookup: Lookup) -> Iterator[list[str]]:
    head = [
        finding.id,
        str(finding.verdict),
        str(finding.kind),
        str(finding.severity),
        f"{finding.confidence:.2f}",
        finding.subject,
        finding.message,
    ]
    accepted = "" if finding.suppression is None else finding.suppression.reason or "yes"
    for position in finding.positions:
        for claims in lookup.voices(position):
            claim = claims[0]
            source = lookup.source(claim.source)
            yield [
                *head,
                position.display,
                source.name,
                source.path or "",
                str(claim.line),
                str(claim.column),
                claim.text,
                claim.attribution or "",
                accepted,
            ]


def cell(words: str) -> str:
    """Words that a spreadsheet takes for words."""
    cleaned = clean(words)
    return f"'{cleaned}" if cleaned.lstrip().startswith(_FORMULA) else cleaned
