"""SARIF 2.1.0, the format of code scanning services.

Source: the OASIS standard, and GitHub's documentation of what it reads of it: the first location
only, the other articles as ``relatedLocations`` linked from the message, the fingerprint
``primaryLocationLineHash``, the first sentence of the message as title, relative paths, a region
for every location, the same rules in every run. An upload with locations of several URI schemes
is refused: an article on the web is linked from the message and is no location.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
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
from factdiff.settings import SEVERITIES

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
MOST_RESULTS = 25_000  # GitHub refuses a run with more
MOST_RELATED = 100  # GitHub shows no more locations of a result, and refuses a thousand
RULES = tuple(product(Kind, Verdict))
# these are told only where a policy or --fail-on asks for them
_LEVELS = {**SEVERITIES, Verdict.AGREE: Severity.NOTE, Verdict.SINGLE: Severity.NOTE}
_ADDRESS = ":/?#[]@!$&'()*+,;=%"  # what stays as it is in an http(s) address
_PRECISION = {Verdict.CONFLICT: "high", Verdict.VARIANT: "high"}
_PROBLEM = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_SUPPRESSED = {"inline": "inSource", "baseline": "external"}


def render(report: Report, view: View) -> str:
    """One run with a result for each finding that has a severity, accepted ones marked."""
    lookup = Lookup(report)
    told = [finding for finding in report.findings if finding.severity is not Severity.NONE]
    run = {
        "tool": {
            "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "rules": [_rule(kind, verdict) for kind, verdict in RULES],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, lookup, view) for finding in told[:MOST_RESULTS]],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule_id(kind: Kind, verdict: Verdict) -> str:
    return f"{kind}-{verdict}"


def _rule(of_kind: Kind, of_verdict: Verdict) -> dict[str, Any]:
    """A rule as it is in every run, whatever a project's policy makes of its findings."""
    kind, verdict = topic(of_kind), topic(of_verdict)
    severity = _LEVELS[of_verdict]
    text = f"{verdict.title}. {verdict.text} {kind.title}: {kind.text}"
    return {
        "id": _rule_id(of_kind, of_verdict),
        "name": f"{kind.word.title()}{verdict.word.title()}",
        "shortDescription": {"text": f"{kind.word}: {verdict.title.lower()}"},
        "fullDescription": {"text": f"{verdict.title}. {verdict.text}"},
        "help": {"text": text, "markdown": f"**{verdict.title}.** {verdict.text}\n\n{kind.text}"},
        "defaultConfiguration": {"level": str(severity)},
        "properties": {
            "precision": _PRECISION.get(of_verdict, "medium"),
            "problem.severity": _PROBLEM.get(severity, "recommendation"),
            "tags": ["facts", kind.word],
        },
    }


def _result(finding: Finding, lookup: Lookup, view: View) -> dict[str, Any]:
    here, *others = sites(finding, lookup, view)
    near = [site for site in others if not is_address(site.path or "")][:MOST_RELATED]
    links = ", ".join(_link(site, near, lookup) for site in others)
    message = f"{_escaped(headline(finding))}. {_escaped(clean(finding.message))}"
    level = finding.severity if finding.suppression is None else Severity.NOTE
    result: dict[str, Any] = {
        "ruleId": _rule_id(finding.kind, finding.verdict),
        "ruleIndex": RULES.index((finding.kind, finding.verdict)),
        "level": str(level),
        "message": {"text": f"{message} {links}." if links else message},
        "locations": [_location(here, lookup)],
        "relatedLocations": [
            {"id": number, **_location(site, lookup)} for number, site in enumerate(near, start=1)
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


def _link(site: Site, near: Sequence[Site], lookup: Lookup) -> str:
    """What another article says, linked to its related location or to its address."""
    place = _escaped(lookup.place(site.claim))
    if site in near:
        place = f"[{place}]({near.index(site) + 1})"
    elif site.path is not None and is_address(site.path):
        place = f"[{place}]({_uri(site.path).replace(')', '%29')})"
    return f"{place} has “{_escaped(clean(site.claim.text))}”"


def _location(site: Site, lookup: Lookup) -> dict[str, Any]:
    path = site.path if site.path is not None else site.source.name
    uri = _uri(path).partition("://")[2] if is_address(path) else _uri(path)
    message = f"{lookup.place(site.claim)}: {clean(site.claim.text)}"
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": _region(site)},
        "message": {"text": _escaped(message)},
    }


def _region(site: Site) -> dict[str, Any]:
    """Where the words stand; the first line where only the extracted text has lines."""
    if not site.has_lines:
        return {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 1}
    line, column = site.end
    return {
        "startLine": site.claim.line,
        "startColumn": site.claim.column,
        "endLine": line,
        "endColumn": column,
        "snippet": {"text": clean(site.claim.text)},
    }


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
