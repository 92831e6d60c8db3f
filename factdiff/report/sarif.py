"""SARIF 2.1.0, the format of code scanning services.

Source: the OASIS standard, and GitHub's documentation of what it reads of it: the first location
only, the other articles as ``relatedLocations`` linked from the message, the fingerprint
``primaryLocationLineHash``, the first sentence of the message as title, relative paths.
"""

from __future__ import annotations

from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from factdiff.model import Finding, Kind, Report, Severity, Verdict
from factdiff.read.web import is_address
from factdiff.report.clean import clean
from factdiff.report.json import dumps
from factdiff.report.lookup import Lookup, headline
from factdiff.report.sites import Site, sites
from factdiff.report.topics import topic
from factdiff.report.view import View

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST_RESULTS = 25_000  # GitHub refuses a run with more
_ADDRESS = ":/?#[]@!$&'()*+,;=%"  # what stays as it is in an http(s) address
_PRECISION = {Verdict.CONFLICT: "high", Verdict.VARIANT: "high"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SUPPRESSED = {"inline": "inSource", "baseline": "external"}


def render(report: Report, view: View) -> str:
    """One run with a result for each finding that has a severity, accepted ones marked."""
    lookup = Lookup(report)
    told = [finding for finding in report.findings if finding.severity is not Severity.NONE]
    told = told[:MOST_RESULTS]
    rules = {_rule_id(finding): finding for finding in reversed(told)}
    ids = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "rules": [_rule(rules[rule]) for rule in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, ids, lookup, view) for finding in told],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule_id(finding: Finding) -> str:
    return f"{finding.kind}-{finding.verdict}"


def _rule(finding: Finding) -> dict[str, Any]:
    kind, verdict = topic(Kind(finding.kind)), topic(Verdict(finding.verdict))
    text = f"{verdict.title}. {verdict.text} {kind.title}: {kind.text}"
    return {
        "id": _rule_id(finding),
        "name": f"{kind.word.title()}{verdict.word.title()}",
        "shortDescription": {"text": f"{kind.word}: {verdict.title.lower()}"},
        "fullDescription": {"text": f"{verdict.title}. {verdict.text}"},
        "help": {"text": text, "markdown": f"**{verdict.title}.** {verdict.text}\n\n{kind.text}"},
        "defaultConfiguration": {"level": str(finding.severity)},
        "properties": {
            "precision": _PRECISION.get(finding.verdict, "medium"),
            "problem.severity": _PROBLEM.get(finding.severity, "recommendation"),
            "tags": ["facts", kind.word],
        },
    }


def _result(finding: Finding, ids: list[str], lookup: Lookup, view: View) -> dict[str, Any]:
    here, *others = sites(finding, lookup, view.root)
    links = ", ".join(
        f"[{_escaped(lookup.place(site.claim))}]({number}) has “{_escaped(clean(site.claim.text))}”"
        for number, site in enumerate(others, start=1)
    )
    message = f"{_escaped(headline(finding))}. {_escaped(clean(finding.message))}"
    result: dict[str, Any] = {
        "ruleId": _rule_id(finding),
        "ruleIndex": ids.index(_rule_id(finding)),
        "level": str(finding.severity),
        "message": {"text": f"{message} {links}." if links else message},
        "locations": [_location(here, lookup)],
        "relatedLocations": [
            {"id": number, **_location(site, lookup)} for number, site in enumerate(others, start=1)
        ],
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.id}:1"},
        "rank": round(100 * finding.confidence, 1),
        "properties": {"kind": str(finding.kind), "verdict": str(finding.verdict)},
    }
    if finding.suppression is not None:
        result["suppressions"] = [
            {
                "kind": _SUPPRESSED[finding.suppression.by],
                "justification": clean(finding.suppression.reason),
            }
        ]
    return result


def _location(site: Site, lookup: Lookup) -> dict[str, Any]:
    path = site.path if site.path is not None else site.source.name
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if site.has_lines:
        line, column = site.end
        physical["region"] = {
            "startLine": site.claim.line,
            "startColumn": site.claim.column,
            "endLine": line,
            "endColumn": column,
            "snippet": {"text": clean(site.claim.text)},
        }
    message = f"{lookup.place(site.claim)}: {clean(site.claim.text)}"
    return {"physicalLocation": physical, "message": {"text": _escaped(message)}}


def _uri(path: str) -> str:
    """A relative reference, or an absolute one for an address and a path outside the root."""
    if is_address(path):
        return quote(path, safe=_ADDRESS, errors="replace")
    if PurePath(path).is_absolute():
        return PurePath(path).as_uri()
    return quote(path, errors="replace")


def _escaped(text: str) -> str:
    """Square brackets make links in SARIF's messages; a backslash takes that from them."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
