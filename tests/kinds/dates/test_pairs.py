"""Sentences of different articles, read with the bundled pipeline: conflict or not."""

from __future__ import annotations

import pytest

from factdiff import compare_sources
from factdiff.model import Kind, Source, Verdict
from tests.kinds.dates.conftest import table


@pytest.mark.parametrize("row", table("pairs"), ids=lambda row: row[1][:40])
def test_dates_of_two_articles(nlp, row):
    expected, left, right = row
    # what comes before keeps the sentences out of the leads
    filler = "Nothing else was new in the region. " * 15
    sources = [
        Source.from_text(filler + text, name=name) for text, name in ((left, "a"), (right, "b"))
    ]
    report = compare_sources(sources, nlp=nlp)
    verdicts = {finding.verdict for finding in report.findings if finding.kind is Kind.DATE}
    assert (Verdict.CONFLICT in verdicts) == (expected == "conflict")
