"""Passages told twice: figures that are the same meet, those of other things do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdiff import Source, compare_sources
from factdiff.model import Kind, Verdict

CASES = Path(__file__).parents[2] / "cases" / "quantities" / "retold.txt"
KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE})


def cases():
    blocks = CASES.read_text(encoding="utf-8").split("\n## ")[1:]
    return [block.rstrip("\n").split("\n")[1:] for block in blocks]


def says(text, words):
    text, words = (said.casefold().strip(" ,.") for said in (text, words))
    return text in words or words in text


@pytest.mark.parametrize("lines", cases(), ids=lambda lines: lines[0][3:40])
def test_figures_told_twice(nlp, lines):
    sources = [Source.from_text(line[3:], name=line[0]) for line in lines[:2]]
    report = compare_sources(sources, nlp=nlp)
    claims = {claim.id: claim for claim in report.claims}
    findings = [f for f in report.findings if f.kind in KINDS and not f.internal]
    asked = set()
    for line in lines[2:]:
        sign, (left, right) = line[0], line[2:].split(" | ")
        joined = [f for f in findings if joins(f, claims, {"A": left, "B": right})]
        verdicts = {f.verdict for f in joined}
        assert bool(joined) is (sign != "x"), line
        assert (Verdict.CONFLICT in verdicts) is (sign == "!"), line
        asked |= {f.id for f in joined}
    told = [f for f in findings if f.verdict is Verdict.CONFLICT and f.id not in asked]
    assert [f.message for f in told] == []


def joins(finding, claims, words):
    members = [claims[c] for position in finding.positions for c in position.claims]
    return all(
        any(c.source == source and says(c.text, said) for c in members)
        for source, said in words.items()
    )
