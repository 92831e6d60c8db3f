"""A finding in one phrase."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdiff.model import Kind, Verdict
from factdiff.report.lookup import headline
from tests.report.made import Maker, source


@pytest.mark.parametrize(
    ("subject", "said", "shown"),
    [
        ("people killed", ["10", "3"], "people killed: 10 / 3"),
        ("Zhu Hailun", ["Zhu Hailun", "Zhu Hailu"], "Zhu Hailun / Zhu Hailu"),
        ("Ann Lind: mayor", ["mayor", "council chair"], "Ann Lind: mayor / council chair"),
        ("Ann Lind: head", ["mayor", "chair"], "Ann Lind: head: mayor / chair"),
        (
            "“We heard a …”",
            ["We heard a long noise", "We heard"],
            "We heard a long noise / We heard",
        ),
        ("", ["9"], "9"),
        ("boats\nsunk", ["9"], "boats sunk: 9"),
        ("x", ["word " * 40, "y"], f"x: {'word ' * 14}… / y"),
    ],
)
def test_headline(subject: str, said: list[str], shown: str) -> None:
    make = Maker(source("a.txt", "9"))
    claim = make.claim("A", Kind.COUNT, "9")
    finding = make.finding(Verdict.CONFLICT, subject, "So.", *([claim] for _ in said))
    positions = (
        replace(position, display=words)
        for position, words in zip(finding.positions, said, strict=True)
    )
    finding = replace(finding, positions=tuple(positions))
    assert headline(finding) == shown
