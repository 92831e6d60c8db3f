"""Findings as test cases, for the test views of build services: a failing finding is a failure."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from factdiff.model import Finding, Report, Severity
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup, headline
from factdiff.report.sites import sites
from factdiff.report.view import View


def render(report: Report, view: View) -> str:
    """JUnit XML: a suite for each source that findings point into, a case for each finding.

    Findings that fail the run are failures, accepted ones are skipped, all others pass.
    """
    lookup = Lookup(report)
    cases: dict[str, list[Finding]] = {}
    for finding in report.findings:
        here = sites(finding, lookup, view)[0]
        cases.setdefault(here.source.id, []).append(finding)
    suites = [_suite(source, found, lookup, view) for source, found in cases.items()]
    root = ET.Element("testsuites", {"name": "factdiff", **_totals(report.findings, view)})
    root.extend(suites)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=False).join(
        ['<?xml version="1.0" encoding="UTF-8"?>\n', "\n"]
    )


def _suite(source: str, findings: list[Finding], lookup: Lookup, view: View) -> ET.Element:
    suite = ET.Element("testsuite", {"name": lookup.label(source), **_totals(findings, view)})
    suite.extend(_case(finding, lookup, view) for finding in findings)
    return suite


def _totals(findings: Sequence[Finding], view: View) -> dict[str, str]:
    return {
        "tests": str(len(findings)),
        "failures": str(sum(view.fails(finding) for finding in findings)),
        "errors": "0",
        "skipped": str(sum(finding.suppression is not None for finding in findings)),
    }


def _case(finding: Finding, lookup: Lookup, view: View) -> ET.Element:
    here, *others = sites(finding, lookup, view)
    case = ET.Element(
        "testcase",
        classname=f"factdiff.{finding.verdict}.{finding.kind}",
        name=f"{headline(finding)} [{finding.id}]",
    )
    if here.path is not None:
        case.set("file", clean(here.path))
    if here.has_lines:
        case.set("line", str(here.claim.line))
    told = "\n".join(
        f"{lookup.place(site.claim)}: {clean(site.claim.text)}" for site in (here, *others)
    )
    message = clean(finding.message)
    if finding.suppression is not None:
        ET.SubElement(case, "skipped", message=clean(finding.suppression.reason) or "accepted")
    elif view.fails(finding):
        failure = ET.SubElement(case, "failure", message=message, type=str(finding.verdict))
        failure.text = told
    elif finding.severity is not Severity.NONE:
        ET.SubElement(case, "system-out").text = f"{message}\n{told}"
    return case
