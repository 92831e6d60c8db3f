"""One finding, or one claim, a line, each whole in itself: for ``jq``, logs and data frames."""

from __future__ import annotations

from typing import Any

from factdiff.model import Claim, Finding, Report
from factdiff.report.json import claim_document, dumps, finding_document
from factdiff.report.lookup import Lookup
from factdiff.report.view import View

SCHEMA = "factdiff.finding/1"
CLAIM_SCHEMA = "factdiff.claim/1"


def render(report: Report, view: View) -> str:
    """Every finding as JSON on a line of its own; its claims stand in its positions."""
    del view  # machines are told everything
    lookup = Lookup(report)
    return "".join(dumps(_line(finding, lookup), indent=None) for finding in report.findings)


def render_claims(report: Report, view: View) -> str:
    """Every claim as JSON on a line of its own, with its source's name and path."""
    del view
    lookup = Lookup(report)
    return "".join(
        dumps({"schema": CLAIM_SCHEMA, **_claim(claim, lookup)}, indent=None)
        for claim in report.claims
    )


def _line(finding: Finding, lookup: Lookup) -> dict[str, Any]:
    positions = [
        {
            "display": position.display,
            "sources": [lookup.source(source).name for source in position.sources],
            "claims": [_claim(lookup.claim(claim), lookup) for claim in position.claims],
        }
        for position in finding.positions
    ]
    return {"schema": SCHEMA, **finding_document(finding), "positions": positions}


def _claim(claim: Claim, lookup: Lookup) -> dict[str, Any]:
    source = lookup.source(claim.source)
    return {**claim_document(claim), "source": source.name, "path": source.path}
