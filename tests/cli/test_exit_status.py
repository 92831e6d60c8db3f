"""README.md's table of exit statuses, walked cell by cell."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from factdiff.model import Claim, Finding, Kind, Report, Tool, Verdict
from factdiff.policy.fail_on import Level
from tests.cli.running import invoke
from tests.report.made import Maker, source

README = Path(__file__).parents[2] / "README.md"
WORST = {
    "contradicted": Verdict.CONFLICT,
    "worded differently": Verdict.VARIANT,
    "weaker or stronger": Verdict.COMPATIBLE,
    "in no source": Verdict.SINGLE,
    "supported": Verdict.AGREE,
}
DRAFT = "In all 9 boats sank.\n"


def cells() -> list[tuple[str, str, str]]:
    """Row, level and status of every cell."""
    text = README.read_text(encoding="utf-8").partition("<!-- exit status -->\n")[2]
    head, _, *rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.partition("\n\n")[0].splitlines()
    ]
    levels = [re.sub(r"`| \(default\)", "", level) for level in head[1:]]
    return [
        (row[0], level, status)
        for row in rows
        for level, status in zip(levels, row[1:], strict=True)
    ]


def test_the_table_is_whole() -> None:
    assert len(cells()) == 50
    assert {level for _, level, _ in cells()} == {str(level) for level in Level}


def made(verdict: Verdict, text: str) -> tuple[list[Claim], Finding]:
    make = Maker(source("draft.md", text), source("wire.txt", "Some 7 boats sank."))
    mine = make.claim("A", Kind.COUNT, "9 boats", "9")
    theirs = [] if verdict is Verdict.SINGLE else [make.claim("B", Kind.COUNT, "7 boats", "7")]
    said = [[mine], *([theirs] if theirs else [])]
    return make.claims, make.finding(verdict, "boats sunk", "As it is.", *said)


@pytest.mark.parametrize(("row", "level", "status"), cells())
def test_cell(monkeypatch: pytest.MonkeyPatch, row: str, level: str, status: str) -> None:
    worst, _, how = row.partition(", ")
    text = DRAFT if "comment" not in how else f"<!-- factdiff: ok count -->\n{DRAFT}"
    claims, finding = made(WORST[worst], text)
    Path("draft.md").write_text(text)
    Path("wire.txt").write_text("Some 7 boats sank.\n")

    def judged(tool: Tool, sources: object, *_: object, **__: object) -> Report:
        return Report(tool, tuple(sources), tuple(claims), (finding,))

    def read(sources: list, *_: object) -> Report:
        named = tuple(Maker(*sources).sources)
        return Report(Tool("0.1.0", "en_test 1.0"), named, tuple(claims), ())

    monkeypatch.setattr("factdiff.check.run.report_of", judged)
    monkeypatch.setattr("factdiff.cli.claims.read_claims", read)
    run = ["check", "draft.md", "--against", "wire.txt"]
    outcome = invoke(monkeypatch, *run, "--fail-on", level, *options(how, finding))
    assert outcome.err == ""
    assert outcome.status == int(status)
    if level == "conflict" and "baseline" not in how:
        assert invoke(monkeypatch, *run, *options(how, finding)).status == int(status)
    if "--update-baseline" in how and level != "never":
        assert invoke(monkeypatch, *run, "--baseline", "accepted.json").status == 0


def options(how: str, finding: Finding) -> list[str]:
    """The options of a row, with the baseline file that it speaks of."""
    if "--exit-zero" in how:
        return ["--exit-zero"]
    if "baseline" not in how:
        return []
    entry = {"finding": finding.id, "draft": "draft.md"}
    entry["expires"] = "2001-01-01" if "ran out" in how else None
    entries = [] if "--update-baseline" in how else [entry]
    document = {"schema": "factdiff.baseline/1", "entries": entries}
    Path("accepted.json").write_text(json.dumps(document))
    more = ["--update-baseline"] if "--update-baseline" in how else []
    return ["--baseline", "accepted.json", *more]
