"""A finding's id lasts while its statement does."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.finding import finding_of, fingerprint, with_distinct_ids
from factdiff.model import Group, Judgement, Kind, Position, Severity, Verdict
from factdiff.settings import DEFAULTS
from tests.building import claim, source

SOURCES = {"A": source("A", "four"), "B": source("B", "five")}
GROUP = Group(Kind.COUNT, (claim("A", "four"), claim("B", "five")))
JUDGEMENT = Judgement(
    Verdict.CONFLICT,
    "officials",
    "four against five",
    0.9,
    (Position("4", ("A",), ("A0",)), Position("5", ("B",), ("B0",))),
)


def test_severity_comes_from_the_policy():
    assert finding_of(GROUP, JUDGEMENT, SOURCES, DEFAULTS).severity is Severity.ERROR


def test_id_ignores_the_order_of_the_sources_and_the_folder():
    swapped = {
        "A": replace(SOURCES["B"], id="A", path="elsewhere/b.txt"),
        "B": replace(SOURCES["A"], id="B", path="elsewhere/a.txt"),
    }
    judgement = replace(
        JUDGEMENT,
        positions=(Position("5", ("A",), ("A7",)), Position("4", ("B",), ("B7",))),
    )
    assert fingerprint(GROUP, judgement, swapped) == fingerprint(GROUP, JUDGEMENT, SOURCES)


def test_id_changes_with_the_statement():
    other = replace(JUDGEMENT, positions=(JUDGEMENT.positions[0],))
    assert fingerprint(GROUP, other, SOURCES) != fingerprint(GROUP, JUDGEMENT, SOURCES)


def test_findings_that_say_the_same_are_numbered():
    finding = finding_of(GROUP, JUDGEMENT, SOURCES, DEFAULTS)
    ids = [f.id for f in with_distinct_ids([finding, finding, finding])]
    assert ids == [finding.id, f"{finding.id}-2", f"{finding.id}-3"]
