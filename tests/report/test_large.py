"""A megabyte of text and thousands of findings are shown in time that grows with their number."""

from __future__ import annotations

import pytest

from factdiff.model import (
    Claim,
    Finding,
    Kind,
    PlainValue,
    Position,
    Report,
    Severity,
    Skipped,
    Source,
    Span,
    Tool,
    Verdict,
)
from factdiff.report.formats import Format, renderer
from factdiff.report.view import View
from tests.work import calls_of


def large(findings: int) -> Report:
    """One line of a megabyte on either side, and a finding for every tenth word."""
    text = "boats " * 170_000
    sources = tuple(
        Source(
            name=f"{name}.md", text=text, sha256="", id=name, path=f"{name}.md",
            skipped=tuple(Skipped(at, at + 3, "noise") for at in range(0, 600_000, 600)),
        )
        for name in "AB"
    )  # fmt: skip
    claims, found = [], []
    for number in range(findings):
        start = number * 60
        claims += [
            Claim(
                Kind.COUNT, text[start : start + 5], start, start + 5, 1, start + 1,
                Span(0, len(text)), PlainValue("9"), f"{name}{number}", name,
            )
            for name in "AB"
        ]  # fmt: skip
        said = tuple(Position(name, (name,), (f"{name}{number}",)) for name in "AB")
        found.append(
            Finding(
                f"{number:012x}", Kind.COUNT, Verdict.CONFLICT, "boats", Severity.ERROR, 0.9,
                "They differ.", said,
            )
        )  # fmt: skip
    return Report(Tool("0", "p"), sources, tuple(claims), tuple(found))


@pytest.mark.parametrize("name", [name for name in Format if name is not Format.TERMINAL])
def test_time_grows_with_the_number_of_findings(name: Format) -> None:
    render = renderer(name)
    render(large(5), View())
    few, many = (calls_of(lambda n=n: render(large(n), View())) for n in (50, 200))
    assert many < 6 * few
