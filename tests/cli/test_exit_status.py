"""The table of exit statuses, row by row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factdiff.model import Claim, Finding, Kind, Report, Tool, Verdict
from tests.cli.running import invoke
from tests.report.made import Maker, source

TABLE = Path(__file__).parents[1] / "cases" / "cli" / "exit_status.tsv"
ROWS = [
    line.split("\t")
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
VERDICTS = {"unsupported": Verdict.SINGLE}
DRAFT = "In all 9 boats sank.\n"


def made(verdict: Verdict, text: str) -> tuple[list[Claim], Finding]:
    make = Maker(source("draft.md", text), source("wire.txt", "Some 7 boats sank."))
    mine = make.claim("A", Kind.COUNT, "9 boats", "9")
    theirs = [] if verdict is Verdict.SINGLE else [make.claim("B", Kind.COUNT, "7 boats", "7")]
    said = [[mine], *([theirs] if theirs else [])]
    return make.claims, make.finding(verdict, "boats sunk", "As it is.", *said)


@pytest.mark.parametrize("row", ROWS, ids=" ".join)
def test_row(monkeypatch: pytest.MonkeyPatch, row: list[str]) -> None:
    worst, level, accepted, exit_zero, status = row
    text = DRAFT if accepted != "comment" else f"<!-- factdiff: ok count -->\n{DRAFT}"
    verdict = VERDICTS.get(worst) or Verdict(worst)
    claims, finding = made(verdict, text)
    Path("draft.md").write_text(text)
    Path("wire.txt").write_text("Some 7 boats sank.\n")

    def judged(tool: Tool, sources: object, *_: object, **__: object) -> Report:
        return Report(tool, tuple(sources), tuple(claims), (finding,))

    def read(sources: list, *_: object, **__: object) -> Report:
        named = tuple(Maker(*sources).sources)
        return Report(Tool("0.1.0", "en_test 1.0"), named, tuple(claims), ())

    monkeypatch.setattr("factdiff.check.run.report_of", judged)
    monkeypatch.setattr("factdiff.cli.claims.read_claims", read)
    options = [] if level == "(default)" else ["--fail-on", level]
    options += ["--exit-zero"] if exit_zero == "yes" else []
    if accepted in ("baseline", "expired", "--update-baseline"):
        options += ["--baseline", "accepted.json"]
        entry = {"finding": finding.id, "draft": "draft.md"}
        entry["expires"] = "2001-01-01" if accepted == "expired" else None
        entries = [] if accepted == "--update-baseline" else [entry]
        Path("accepted.json").write_text(
            json.dumps({"schema": "factdiff.baseline/1", "entries": entries})
        )
    options += ["--update-baseline"] if accepted == "--update-baseline" else []
    outcome = invoke(monkeypatch, "check", "draft.md", "--against", "wire.txt", *options)
    assert outcome.err == ""
    assert outcome.status == int(status)
    if accepted == "--update-baseline":
        again = invoke(
            monkeypatch, "check", "draft.md", "--against", "wire.txt", "--baseline", "accepted.json"
        )
        assert again.status == 0
