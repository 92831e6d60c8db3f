"""One page to send to an editor: findings, and the texts side by side with every claim marked.

The page holds everything it needs and no script: filters are check boxes that style sheets
obey, and a content policy forbids whatever an article might smuggle in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from factdiff.model import Finding, Kind, Report, Verdict
from factdiff.report.clean import clean
from factdiff.report.html_text import MarkedText
from factdiff.report.lookup import Lookup, headline
from factdiff.report.quoting import Voice, tagged, voices
from factdiff.report.tally import count_of, title
from factdiff.report.theme import SIGNS
from factdiff.report.uncompared import remarks
from factdiff.report.view import View

WIDTH = 320
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(report: Report, view: View) -> str:
    """The whole report as one HTML document; ``view.show`` decides which boxes are ticked."""
    lookup = Lookup(report)
    names = title(lookup)
    kinds = [kind for kind in Kind if any(f.kind is kind for f in report.findings)]
    verdicts = [verdict for verdict in Verdict if lookup.having(verdict)]
    body = (
        *_filters(kinds, verdicts, lookup, view),
        '<h2 id="findings">Findings</h2>',
        *(_finding(finding, lookup) for finding in report.findings),
        *remarks_of(lookup),
        *texts_of(lookup),
    )
    return page(names, report, body, _rules(kinds, verdicts))


def page(title: str, report: Report, body: Iterable[str], rules: str = "") -> str:
    """A whole document around the lines of its body; ``rules`` are added to the style sheet."""
    sheet = files("factdiff.report").joinpath("html.css").read_text(encoding="utf-8")
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)} – factdiff</title>",
            f"<style>\n{sheet}{rules}</style>\n</head>\n<body>",
            '<a class="skip" href="#texts">Skip to the texts</a>',
            f"<header>\n<h1>{escape(title)}</h1>",
            f'<p class="faint">factdiff {escape(report.tool.version)}, '
            f"{escape(clean(report.tool.pipeline))}</p>\n</header>\n<main>",
            *body,
            "</main>\n</body>\n</html>\n",
        )
    )


def _rules(kinds: list[Kind], verdicts: list[Verdict]) -> str:
    """The rules by which a box that is not ticked hides findings."""
    return "".join(
        f"body:has(#show-{word}:not(:checked)) .finding.{word} {{ display: none; }}\n"
        for word in (*verdicts, *(f"kind-{kind}" for kind in kinds))
    )


def _filters(
    kinds: list[Kind], verdicts: list[Verdict], lookup: Lookup, view: View
) -> Iterator[str]:
    yield '<div class="filters">\n<fieldset>\n<legend>Verdicts shown</legend>'
    for verdict in verdicts:
        number = len(lookup.having(verdict))
        words = count_of(verdict, number, of_draft=bool(lookup.report.checks))
        yield _box(verdict, f"{SIGNS[verdict]} {words}", verdict in view.show)
    yield "</fieldset>\n<fieldset>\n<legend>Kinds shown</legend>"
    for kind in kinds:
        yield _box(f"kind-{kind}", kind, checked=True)
    yield "</fieldset>\n</div>"


def _box(word: str, label: str, checked: bool) -> str:
    ticked = " checked" if checked else ""
    return f'<label><input type="checkbox" id="show-{word}"{ticked}> {label}</label>'


def _finding(finding: Finding, lookup: Lookup) -> str:
    said = "\n".join(_said(voice, lookup) for voice in voices(finding, lookup))
    accepted = ""
    if finding.suppression is not None:
        reason = escape(clean(finding.suppression.reason)) or "no reason given"
        accepted = f'\n<p class="faint">Accepted: {reason}</p>'
    classes = f"finding {finding.verdict} kind-{finding.kind}"
    return (
        f'<article class="{classes}" id="f-{escape(finding.id)}">\n'
        f'<h3><span class="verdict">{SIGNS[finding.verdict]} {finding.verdict}</span> '
        f'<span class="faint">{finding.kind}</span> '
        f'<span dir="auto">{escape(headline(finding))}</span> '
        f'<span class="faint">{finding.confidence:.2f}</span></h3>\n'
        f'<div class="said">\n{said}\n</div>\n'
        f'<p class="reason">{escape(clean(finding.message))}</p>{accepted}\n</article>'
    )


def _said(voice: Voice, lookup: Lookup) -> str:
    claim = voice.claim
    words = tagged(voice.sentence(WIDTH), escape)
    place = f'<a href="#{claim.source}-{claim.line}">{escape(lookup.place(claim))}</a>'
    return f'<p>{place} <span dir="auto">{words}</span></p>'


def remarks_of(lookup: Lookup) -> Iterator[str]:
    """What was skipped, not resolved or not compared."""
    lines = remarks(lookup)
    if lines:
        yield '<h2 id="remarks">Skipped, unresolved, not compared</h2>\n<ul class="remarks">'
        yield from (f"<li>{word}: {escape(line)}</li>" for word, line in lines)
        yield "</ul>"


def texts_of(lookup: Lookup) -> Iterator[str]:
    """The articles side by side, line by line, with every claim marked."""
    yield '<h2 id="texts">Texts</h2>\n<div class="texts">'
    for source in lookup.report.sources:
        yield f'<section class="text" aria-labelledby="s-{source.id}">'
        published = f", {escape(clean(source.published))}" if source.published else ""
        yield (
            f'<h3 id="s-{source.id}">{escape(lookup.label(source.id))}'
            f'<span class="faint">{published}</span></h3>'
        )
        yield from MarkedText(source, lookup).lines()
        yield "</section>"
    yield "</div>"
