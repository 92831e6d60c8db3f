"""Hostile drafts, sources and file names, read for real and written in every format."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from spacy.language import Language

from factdiff.report.formats import Format
from tests.cli.running import invoke

DRAFT = "dr\naft ::set-output name=x::y <b>&]]>\x1b[2J.md"
TRAP = "\x1b]0;x\x07\u202e<script>alert(1)</script> ]]> ::error::x ##[error]x =1+1 @desk #12"
TEXT = f"""\
Captain Tomas Reijner {TRAP} said the Harbor Safety Act had been followed on July 14, 2020.

::set-output name=stolen::yes

"We heard a long grinding {TRAP} sound under the deck," he said. Some 15 passengers were hurt.
"""
WIRE = TEXT.replace("Reijner", "Reijnen").replace("15 passengers", "12 passengers")
UNSAFE = {chr(code) for code in (*range(32), *range(127, 160), 0x202E)} - {"\n"}


@pytest.fixture(autouse=True)
def _files(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda *_: nlp, raising=False)
    Path(DRAFT).write_text(TEXT, encoding="utf-8")
    Path("=wire()\x9b31m.txt").write_text(WIRE, encoding="utf-8")


def written(monkeypatch: pytest.MonkeyPatch, name: str) -> str:
    outcome = invoke(
        monkeypatch, "check", DRAFT, "--against", "=wire()\x9b31m.txt", "--format", name, "-v"
    )
    assert outcome.status == 1
    assert not UNSAFE & set(outcome.err)
    assert all(line.startswith("factdiff: ") for line in outcome.err.splitlines())
    return outcome.out


@pytest.mark.parametrize("name", list(Format))
def test_output_steers_nothing(monkeypatch: pytest.MonkeyPatch, name: Format) -> None:
    out = written(monkeypatch, name)
    assert "Reijner" in out
    assert not UNSAFE & set(out)
    commands = [line for line in out.splitlines() if line.lstrip().startswith("::")]
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in commands
    )
    assert bool(commands) == (name is Format.GITHUB)
    assert "##[" not in out


def test_machines_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    report = json.loads(written(monkeypatch, "json"))
    assert report["sources"][0]["path"] == DRAFT
    assert report["sources"][0]["text"] == TEXT
    for line in written(monkeypatch, "jsonl").splitlines():
        assert json.loads(line)["schema"] == "factdiff.finding/1"
    results = json.loads(written(monkeypatch, "sarif"))["runs"][0]["results"]
    assert results[0]["level"] == "error"
    assert ET.fromstring(written(monkeypatch, "junit")).tag == "testsuites"
    rows = list(csv.DictReader(StringIO(written(monkeypatch, "csv"))))
    assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@"))]
    page = written(monkeypatch, "html")
    assert "<script" not in page
    assert page.count("<!doctype html>") == 1
    assert "@desk" not in written(monkeypatch, "markdown")


def test_a_name_that_is_no_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
    try:
        Path(name).write_text("Nine boats sank on July 14, 2020.\n", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    for fmt in Format:
        outcome = invoke(monkeypatch, "compare", name, DRAFT, "--format", fmt)
        assert (outcome.status, outcome.err) == (0, "")
        assert outcome.out.encode("utf-8")
