"""The report as one JSON document, after ``report.schema.json`` of this folder.

Beside what the schema asks for, a source carries its text and its notes, and a finding its
evidence, so that ``load_report`` gives back a report that can be shown, explained and reviewed
without the sources and without a pipeline.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from factdiff.model import (
    Claim,
    Evidence,
    Finding,
    Report,
    Skipped,
    Source,
    Span,
    Suppression,
    Tool,
)
from factdiff.report.view import View

SCHEMA = "factdiff.report/1"
EXTRACT_SCHEMA = "factdiff.extract/1"

# what JSON allows in a string and a terminal obeys: C1 controls, DEL, changes of direction,
# line separators, surrogates; and the ``##[`` that build logs obey
_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]|#(?=#\\[)"
)


def render(report: Report, view: View) -> str:
    """The report as indented JSON; characters that steer a terminal are written as escapes."""
    del view  # machines are told everything
    return dumps(report_document(report))


def render_claims(report: Report, view: View) -> str:
    """The claims of a report that has no findings, as ``factdiff extract`` prints them."""
    del view
    document = report_document(report)
    kept = ("tool", "sources", "claims")
    return dumps({"schema": EXTRACT_SCHEMA, **{key: document[key] for key in kept}})


def dumps(document: Mapping[str, Any], *, indent: int | None = 2) -> str:
    """JSON that ends with a line feed and is safe to print."""
    text = json.dumps(document, ensure_ascii=False, indent=indent, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def report_document(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    against = {check.draft: list(check.against) for check in report.checks}
    return {
        "schema": SCHEMA,
        "tool": tool_document(report.tool),
        "sources": [
            {**source_document(source), "against": against.get(source.id)}
            for source in report.sources
        ],
        "claims": [claim_document(claim) for claim in report.claims],
        "findings": [finding_document(finding) for finding in report.findings],
        "summary": {str(verdict): number for verdict, number in report.summary.items()},
        "notes": list(report.notes),
    }


def tool_document(tool: Tool) -> dict[str, Any]:
    """Name, version, pipeline."""
    return {"name": tool.name, "version": tool.version, "pipeline": tool.pipeline}


def source_document(source: Source) -> dict[str, Any]:
    """A source with its text."""
    return {
        "id": source.id,
        "name": source.name,
        "path": source.path,
        "published": source.published,
        "title": source.title,
        "sha256": source.sha256,
        "characters": source.characters,
        "skipped": [_stretch(skipped) for skipped in source.skipped],
        "headline": _span(source.headline),
        "dateline": _span(source.dateline),
        "notes": list(source.notes),
        "text": source.text,
    }


def claim_document(claim: Claim) -> dict[str, Any]:
    """A claim with its place and normal form."""
    return {
        "id": claim.id,
        "source": claim.source,
        "kind": str(claim.kind),
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "line": claim.line,
        "column": claim.column,
        "sentence": _span(claim.sentence),
        "value": str(claim.value),
        "subject": claim.subject,
        "attribution": claim.attribution,
        "negated": claim.context.negated,
        "quoted": claim.context.quoted,
        "headline": claim.context.headline,
    }


def finding_document(finding: Finding) -> dict[str, Any]:
    """A finding with who says what and why it was judged so."""
    return {
        "id": finding.id,
        "kind": str(finding.kind),
        "verdict": str(finding.verdict),
        "subject": finding.subject,
        "severity": str(finding.severity),
        "confidence": finding.confidence,
        "message": finding.message,
        "positions": [
            {
                "display": p.display,
                "sources": list(p.sources),
                "claims": list(p.claims),
                "copied": [list(voices) for voices in p.copied],
            }
            for p in finding.positions
        ],
        "internal": finding.internal,
        "evidence": _evidence(finding.evidence),
        "rejected": _evidence(finding.rejected),
        "suppressed": _suppression(finding.suppression),
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"feature": e.feature, "weight": e.weight, "reason": e.reason} for e in evidence]


def _suppression(suppression: Suppression | None) -> dict[str, str] | None:
    return None if suppression is None else {"by": suppression.by, "reason": suppression.reason}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _stretch(skipped: Skipped) -> dict[str, Any]:
    return {"start": skipped.start, "end": skipped.end, "reason": skipped.reason}
