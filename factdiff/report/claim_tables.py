"""The claims of sources as tables: Markdown to be read, CSV for spreadsheets."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from factdiff.model import Claim, Report
from factdiff.report.claims import about, counted, value_of
from factdiff.report.csv import cell
from factdiff.report.lookup import Lookup
from factdiff.report.markdown import quoted, remarks_of
from factdiff.report.view import View

HEAD = ("source", "path", "kind", "text", "value", "subject", "attribution", "line", "column")


def render_csv(report: Report, view: View) -> str:
    """A row for each claim, with a head row; no cell is a formula."""
    del view
    lookup = Lookup(report)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(
        [cell(words) for words in _row(claim, lookup)] for claim in lookup.report.claims
    )
    return out.getvalue()


def _row(claim: Claim, lookup: Lookup) -> tuple[str, ...]:
    source = lookup.source(claim.source)
    said = (claim.text, str(claim.value), claim.subject or "", claim.attribution or "")
    return (
        source.name,
        source.path or "",
        str(claim.kind),
        *said,
        str(claim.line),
        str(claim.column),
    )


def render_claims(report: Report, view: View) -> str:
    """A table for each source, then what was skipped and what stayed unresolved."""
    lookup = Lookup(report)
    lines = [line for source in report.sources for line in (*_table(source.id, lookup), "")]
    if not view.brief:
        lines += remarks_of(lookup)
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(source_id: str, lookup: Lookup) -> Iterator[str]:
    claims = [claim for claim in lookup.report.claims if claim.source == source_id]
    yield f"## {quoted(lookup.label(source_id))}"
    yield ""
    yield quoted(counted(lookup.source(source_id), len(claims)))
    if claims:
        yield from (
            "",
            "| line | kind | words | normal form | about |",
            "| ---: | --- | --- | --- | --- |",
        )
    for claim in claims:
        value = value_of(claim).removeprefix("= ")
        cells = (str(claim.line), str(claim.kind), claim.text, value, about(claim))
        yield f"| {' | '.join(map(quoted, cells))} |"
