"""A report to review, built by hand."""

from __future__ import annotations

from factdiff.model import Finding, Kind, Position, Report, Severity, Tool, Verdict
from tests.building import claim, source

TEXTS = {
    "A": "Officials said 10 people died. Mayor Ann Lee spoke. It cost $3 million.",
    "B": "Officials said 12 people died. Mayor Anne Lee spoke. It cost $4 million.",
}
ROWS = [
    (Kind.COUNT, Verdict.CONFLICT, "people who died", "10 people", "12 people"),
    (Kind.PERSON, Verdict.VARIANT, "Ann Lee", "Ann Lee", "Anne Lee"),
    (Kind.MONEY, Verdict.CONFLICT, "cost", "$3 million", "$4 million"),
]


def made_report(rows=ROWS, texts=TEXTS) -> Report:
    """Two sources and one finding for each row."""
    sources = tuple(source(i, text) for i, text in texts.items())
    claims, findings = [], []
    for number, (kind, verdict, subject, left, right) in enumerate(rows):
        sides = [
            claim(s.id, words, kind=kind, start=s.text.index(words))
            for s, words in zip(sources, (left, right), strict=True)
        ]
        claims += sides
        findings.append(
            Finding(
                id=f"f{number}",
                kind=kind,
                verdict=verdict,
                subject=subject,
                severity=Severity.ERROR,
                confidence=0.9,
                message=f"{left} against {right}: they differ.",
                positions=tuple(Position(c.text, (c.source,), (c.id,)) for c in sides),
            )
        )
    return Report(Tool("0.1.0", "test 0"), sources, tuple(claims), tuple(findings))
