"""The claims of sources as one page: a table for each article, then the text with every claim."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from factdiff.model import Claim, Report
from factdiff.report.claims import about, counted, value_of
from factdiff.report.clean import clean
from factdiff.report.html import page, remarks_of, texts_of
from factdiff.report.lookup import Lookup
from factdiff.report.view import View

COLUMNS = ("line", "kind", "words", "normal form", "about")


def render_claims(report: Report, view: View) -> str:
    """The page: self-contained, with no script; the line numbers lead into the texts."""
    lookup = Lookup(report)
    names = ", ".join(lookup.label(source.id) for source in report.sources)
    tables = (line for source in report.sources for line in _table(source.id, lookup))
    remarks = () if view.brief else remarks_of(lookup)
    return page(names, report, (*tables, *remarks, *texts_of(lookup)))


def _table(source_id: str, lookup: Lookup) -> Iterator[str]:
    claims = [claim for claim in lookup.report.claims if claim.source == source_id]
    told = escape(counted(lookup.source(source_id), len(claims)))
    yield f'<h2>{escape(lookup.label(source_id))} <span class="faint">{told}</span></h2>'
    if not claims:
        return
    head = "".join(f'<th scope="col">{word}</th>' for word in COLUMNS)
    yield f'<div class="table">\n<table>\n<thead><tr>{head}</tr></thead>\n<tbody>'
    yield from map(_row, claims)
    yield "</tbody>\n</table>\n</div>"


def _row(claim: Claim) -> str:
    value = value_of(claim).removeprefix("= ")
    cells = (str(claim.kind), clean(claim.text), value, about(claim))
    rest = "".join(f'<td dir="auto">{escape(words)}</td>' for words in cells)
    return f'<tr><td><a href="#claim-{escape(claim.id)}">{claim.line}</a></td>{rest}</tr>'
