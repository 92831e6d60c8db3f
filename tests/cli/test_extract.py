"""``factdiff extract``: the claims in every format that makes sense without findings."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from factdiff.report.formats import CLAIM_FORMATS, Format
from tests.cli.running import Outcome, invoke
from tests.report.made import ferry, hostile


def extract(monkeypatch: pytest.MonkeyPatch, *options: str, tame: bool = True) -> Outcome:
    Path("wire.txt").write_text("Nine boats sank.\n", encoding="utf-8")
    make = ferry if tame else hostile
    monkeypatch.setattr("factdiff.cli.claims.read_claims", lambda *a, **k: make())
    outcome = invoke(monkeypatch, "extract", "wire.txt", *options)
    assert outcome.status == 0
    assert (outcome.err == "") is ("-v" not in options)
    return outcome


def test_every_claim_is_a_row_for_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = json.loads(extract(monkeypatch, "--format", "json").out)["claims"]
    lines = [
        json.loads(line) for line in extract(monkeypatch, "--format", "jsonl").out.splitlines()
    ]
    rows = list(csv.DictReader(StringIO(extract(monkeypatch, "--format", "csv").out)))
    assert len(claims) == len(lines) == len(rows) == len(ferry().claims)
    assert {line["schema"] for line in lines} == {"factdiff.claim/1"}
    for claim, line, row in zip(claims, lines, rows, strict=True):
        assert line["text"] == claim["text"]
        assert (row["kind"], row["value"]) == (claim["kind"], claim["value"])
        assert int(row["line"]) == claim["line"]
    assert lines[0]["path"] == rows[0]["path"] == "wire.txt"


def test_people_get_a_table_for_each_article(monkeypatch: pytest.MonkeyPatch) -> None:
    markdown = extract(monkeypatch, "--format", "markdown").out
    assert "## wire.txt" in markdown
    assert "| person | Tomas Reijnen |" in markdown
    page = extract(monkeypatch, "--format", "html").out
    assert page.count("<table>") == len(ferry().sources)
    assert page.count("<tr>") == len(ferry().claims) + len(ferry().sources)
    for claim in ferry().claims:
        assert f'href="#claim-{claim.id}"' in page
        assert f'id="claim-{claim.id}"' in page


@pytest.mark.parametrize("name", CLAIM_FORMATS)
def test_hostile_text_is_text(monkeypatch: pytest.MonkeyPatch, name: Format) -> None:
    out = extract(monkeypatch, "--format", name, "-v", tame=False).out
    assert not {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x202E)} & set(
        out
    )
    assert "<script" not in out or name in (
        Format.TERMINAL,
        Format.TEXT,
        Format.CSV,
        Format.JSON,
        Format.JSONL,
    )
    if name is Format.CSV:
        cells = [cell for row in csv.reader(StringIO(out)) for cell in row]
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_quiet_leaves_the_remarks_out_and_verbose_shows_the_sentences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    usual = extract(monkeypatch).out
    assert "skipped" in usual
    assert "skipped" not in extract(monkeypatch, "-q").out
    assert "Captain [Tomas Reijnen] said the Harbor Safety Act" not in usual
    assert "Captain [Tomas Reijnen] said the Harbor Safety Act" in extract(monkeypatch, "-v").out


def test_several_formats_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("csv=claims.csv", "html=claims.html", "markdown=claims.md", "text")
    extract(monkeypatch, *(word for name in names for word in ("--format", name)))
    assert sorted(path.name for path in Path().glob("claims.*")) == [
        "claims.csv",
        "claims.html",
        "claims.md",
    ]
