"""Workflow commands that GitHub Actions turns into annotations beside the lines.

Source: GitHub's documentation of workflow commands. A message escapes ``%``, carriage return
and line feed; a property also ``:`` and ``,``.
"""

from __future__ import annotations

from factdiff.model import Finding, Report, Severity
from factdiff.report.clean import clean, clean_lines
from factdiff.report.lookup import Lookup, headline
from factdiff.report.sites import Site, sites
from factdiff.report.tally import counts
from factdiff.report.view import View

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(report: Report, view: View) -> str:
    """A command for each finding that has a severity and was not accepted, then the counts."""
    lookup = Lookup(report)
    commands = [
        _command(finding, lookup, view)
        for finding in report.findings
        if finding.severity in _COMMANDS and finding.suppression is None
    ]
    tally = "factdiff: " + ", ".join(words for _, words in counts(report))
    return "\n".join([*commands, tally]) + "\n"


def _command(finding: Finding, lookup: Lookup, view: View) -> str:
    here, *others = sites(finding, lookup, view)
    title = f"{finding.verdict} ({finding.kind}): {headline(finding)}"
    properties = {**_place(here), "title": title}
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    lines = [clean(finding.message)]
    lines += [f"{lookup.place(site.claim)}: {clean(site.claim.text)}" for site in others]
    message = "\n".join(lines).translate(_MESSAGE)
    return f"::{_COMMANDS[finding.severity]} {written}::{message}"


def _place(site: Site) -> dict[str, str]:
    if site.path is None:
        return {}
    place = {"file": clean_lines(site.path)}
    if site.has_lines:
        line, column = site.end
        place |= {"line": str(site.claim.line), "endLine": str(line)}
        if line == site.claim.line:  # columns are only allowed within one line
            place |= {"col": str(site.claim.column), "endColumn": str(column)}
    return place
