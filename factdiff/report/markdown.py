"""A summary in Markdown, fit for a job summary or a comment on a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from factdiff.model import Finding, Report, Verdict
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup, headline
from factdiff.report.parts import parts
from factdiff.report.quoting import tagged, voices
from factdiff.report.tally import by_kind, by_source, count_of, counts, title
from factdiff.report.theme import SIGNS
from factdiff.report.uncompared import remarks
from factdiff.report.view import View

MENDED = frozenset({Verdict.CONFLICT, Verdict.VARIANT})
MOST_LISTED = 60  # a comment on GitHub holds 65,536 characters
WIDTH = 240
_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()|~^$=+!#-])")
# what GitHub and GitLab make into links by themselves: @name, #12, !12, https://, www.
_AUTOLINK = re.compile(r"[@#!$%~](?=\w)|:(?=//)|(?<=www)\.", re.IGNORECASE)


def render(report: Report, view: View) -> str:
    """The report in Markdown; text from articles can neither format, link nor mention."""
    several = parts(report)
    speaking = [part for part in several if any(map(view.lists, part.findings))]
    lines = [*_overview(several)] if len(several) > 1 else []
    shown = speaking if len(several) > 1 else several
    lines += [line for part in shown for line in (*_part(Lookup(part), view), "")]
    return "\n".join([*lines, *remarks_of(Lookup(report))]).rstrip("\n") + "\n"


def _overview(several: list[Report]) -> Iterator[str]:
    """A row for each draft, before what there is to tell of some."""
    verdicts = [words for _, words in counts(replace(several[0], findings=()))]
    heads = [words.removeprefix("0 ") for words in verdicts]
    yield f"## {len(several)} drafts"
    yield ""
    yield f"| draft | {' | '.join(heads)} |"
    yield f"| --- | {' | '.join('---:' for _ in heads)} |"
    for part in several:
        numbers = (
            _bold(verdict, str(number), part) if number else "·"
            for verdict, number in part.summary.items()
        )
        yield f"| {quoted(title(Lookup(part)))} | {' | '.join(numbers)} |"
    yield ""


def _bold(verdict: Verdict, words: str, report: Report) -> str:
    """Words set off where there is something to mend."""
    return f"**{words}**" if verdict in MENDED and report.summary[verdict] else words


def _part(lookup: Lookup, view: View) -> Iterator[str]:
    report = lookup.report
    yield f"## {quoted(title(lookup))}"
    yield ""
    yield " · ".join(_bold(verdict, words, report) for verdict, words in counts(report))
    listed = [finding for finding in report.findings if view.lists(finding)]
    for finding in listed[:MOST_LISTED]:
        yield ""
        yield from _finding(finding, lookup)
    if len(listed) > MOST_LISTED:
        yield ""
        yield f"… and {len(listed) - MOST_LISTED} more."
    yield from _counted(lookup, view)


def _finding(finding: Finding, lookup: Lookup) -> Iterator[str]:
    sure = f"{finding.confidence:.2f}"
    lead = f"{SIGNS[finding.verdict]} {finding.verdict}, {finding.kind}"
    yield f"### {lead}: {quoted(headline(finding))}"
    yield ""
    accepted = ""
    if finding.suppression is not None:
        accepted = f" **Accepted:** {quoted(finding.suppression.reason) or 'no reason given'}."
    yield f"{quoted(finding.message)}{accepted} <sub>{sure} · {quoted(finding.id)}</sub>"
    yield ""
    for voice in voices(finding, lookup):
        sentence = tagged(voice.sentence(WIDTH), quoted)
        yield f"- **{quoted(lookup.place(voice.claim))}** {sentence}"


def _counted(lookup: Lookup, view: View) -> Iterator[str]:
    rows = []
    for verdict in Verdict:
        findings = [finding for finding in lookup.having(verdict) if not view.lists(finding)]
        if findings:
            single = verdict is Verdict.SINGLE
            by = by_source(findings, lookup) if single else by_kind(findings)
            number = count_of(verdict, len(findings), of_draft=bool(lookup.report.checks))
            rows.append(f"| {SIGNS[verdict]} {number} | {quoted(by)} |")
    if rows:
        yield from ("", "| counted | |", "| --- | --- |", *rows)


def remarks_of(lookup: Lookup) -> Iterator[str]:
    """What was skipped, not resolved or not compared, folded away."""
    lines = remarks(lookup)
    if lines:
        yield from ("<details><summary>Skipped, unresolved, not compared</summary>", "")
        yield from (f"- {word}: {quoted(line)}" for word, line in lines)
        yield from ("", "</details>")


def quoted(text: str) -> str:
    """``text`` so that Markdown shows it as it is: no markup, no HTML, no link, no mention."""
    safe = _PUNCTUATION.sub(r"\\\1", escape(clean(text), quote=False))
    safe = _AUTOLINK.sub(r"\g<0><!-- -->", safe)
    return re.sub(r"^(\s*)(\d+)\.", r"\1\2\\.", safe)
