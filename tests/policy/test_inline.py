"""Comments that accept one statement."""

from __future__ import annotations

import pytest

from factdiff.model import Claim, Finding, Kind, Verdict
from factdiff.policy.inline import accept_inline
from tests.report.made import Maker, source

BOATS = "In all 9 boats and 30 nets were lost."


def draft(text: str) -> tuple[list[Finding], list[Claim]]:
    make = Maker(source("d.md", text), source("w.txt", "7 boats, 20 nets"))
    for words in ("9 boats", "30 nets"):
        said = make.claim("A", Kind.COUNT, words)
        make.finding(Verdict.CONFLICT, words, "They differ.", [said])
    return make.findings, make.claims


@pytest.mark.parametrize(
    ("text", "accepted", "remark"),
    [
        (f'{BOATS} <!-- factdiff: ok count "the mayor said so" -->', ["9 boats", "30 nets"], None),
        (f'<!-- factdiff: ok count boats "the mayor" -->\n{BOATS}', ["9 boats"], None),
        (f"<!--factdiff:ok count 30-->\n\n{BOATS}", ["30 nets"], None),
        (f"  <!-- factdiff: ok count\n nets -->  \n{BOATS}", ["30 nets"], None),
        (f"{BOATS}\n<!-- factdiff: ok count -->\n\nNo more.", [], "line 2: no count here"),
        (f"<!-- factdiff: ok date -->\n{BOATS}", [], "line 1: no date here"),
        (f"<!-- factdiff: ok -->\n{BOATS}", [], "line 1: not understood"),
        (f"<!-- factdiff: ok cuont -->\n{BOATS}", [], "line 1: not understood"),
        (f'<!-- factdiff: ok count "open -->\n{BOATS}', [], "line 1: not understood"),
        (f"<!-- factdiff: ok count\n{BOATS}", [], None),
        (f"Say factdiff: ok count here.\n{BOATS}", [], None),
    ],
)
def test_accepts(text: str, accepted: list[str], remark: str | None) -> None:
    findings, claims = draft(text)
    marked, remarks = accept_inline(text, findings, [c for c in claims if c.source == "A"])
    assert [f.subject for f in marked if f.suppression is not None] == accepted
    assert [f.id for f in marked] == [f.id for f in findings]
    if remark is None:
        assert remarks == []
    else:
        assert [line.startswith(remark) for line in remarks] == [True]


def test_the_reason_is_kept() -> None:
    text = f'{BOATS} <!-- factdiff: ok count boats "the mayor said \x1bso" -->'
    findings, claims = draft(text)
    marked, _ = accept_inline(text, findings, claims)
    assert marked[0].suppression.reason == "the mayor said �so"
    assert marked[0].suppression.by == "inline"


def test_agreements_need_no_acceptance() -> None:
    text = f"<!-- factdiff: ok count boats -->\n{BOATS}"
    make = Maker(source("d.md", text), source("w.txt", "9 boats"))
    mine, theirs = make.claim("A", Kind.COUNT, "9 boats"), make.claim("B", Kind.COUNT, "9 boats")
    make.finding(Verdict.AGREE, "boats", "Equal.", [mine, theirs])
    marked, remarks = accept_inline(text, make.findings, [mine])
    assert marked[0].suppression is None
    assert len(remarks) == 1


def test_ten_thousand_comments_are_read_in_no_time() -> None:
    text = "<!-- factdiff: ok count -->\n" * 10_000 + "x " * 500_000
    _, remarks = accept_inline(text, [], [])
    assert len(remarks) == 10_000
