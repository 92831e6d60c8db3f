"""Who speaks in a finding, and what is shown of it."""

from __future__ import annotations

import pytest

from factdiff.model import Kind, Verdict
from factdiff.report.lookup import Lookup
from factdiff.report.quoting import voices
from tests.report.made import Maker, source


@pytest.mark.parametrize(
    ("text", "verdict", "shown"),
    [
        ("Winds of 125 mph (205 kph) were felt.", Verdict.VARIANT, ["125 mph", "200 kph"]),
        ("Winds of 125 mph (205 kph).", Verdict.CONFLICT, ["125 mph", "205 kph", "200 kph"]),
        ("Winds of 125 mph. Later 205 kph.", Verdict.VARIANT, ["125 mph", "205 kph", "200 kph"]),
    ],
)
def test_one_place_is_shown_once(text: str, verdict: Verdict, shown: list[str]) -> None:
    make = Maker(source("a.txt", text), source("b.txt", "Winds of 200 kph."))
    said = [
        [make.claim(which, Kind.MEASURE, words)]
        for which, words in (("A", "125 mph"), ("A", "205 kph"), ("B", "200 kph"))
    ]
    make.finding(verdict, "wind", "In other units.", *said)
    report = make.report()
    found = voices(report.findings[0], Lookup(report))
    assert [voice.claim.text for voice in found] == shown
