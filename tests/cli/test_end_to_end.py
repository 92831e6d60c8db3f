"""From files to reports, with the bundled pipeline."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from spacy.language import Language

from tests.check.newsroom import DRAFTS, WIRE
from tests.cli.running import invoke

SCHEMA = json.loads(files("factdiff.report").joinpath("report.schema.json").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _articles(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda *_: nlp, raising=False)
    Path("wire.txt").write_text(WIRE["wire/coastal.txt"], encoding="utf-8")
    Path("draft.md").write_text(DRAFTS["drafts/ferry.md"], encoding="utf-8")


def document(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> dict:
    outcome = invoke(monkeypatch, *arguments, "--format", "json")
    assert (outcome.status, outcome.err) == (0, "")
    return json.loads(outcome.out)


def test_compare_finds_the_misspelt_name_first(monkeypatch: pytest.MonkeyPatch) -> None:
    report = document(monkeypatch, "compare", "wire.txt", "draft.md")
    Draft202012Validator(SCHEMA).validate(report)
    first = report["findings"][0]
    assert (first["kind"], first["verdict"]) == ("person", "conflict")
    texts = {source["id"]: source["text"] for source in report["sources"]}
    for claim in report["claims"]:
        assert texts[claim["source"]][claim["start"] : claim["end"]] == claim["text"]
        line = texts[claim["source"]].split("\n")[claim["line"] - 1]
        assert line[claim["column"] - 1 :].startswith(claim["text"].split("\n")[0])


def test_an_article_agrees_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    report = document(monkeypatch, "compare", "wire.txt", "wire.txt")
    assert {finding["verdict"] for finding in report["findings"]} == {"agree"}


def test_the_same_bytes_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    run = ("compare", "wire.txt", "draft.md", "--show", "agree,single")
    assert invoke(monkeypatch, *run) == invoke(monkeypatch, *run, "--no-cache")


def test_extract_and_compare_read_the_same_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    report = document(monkeypatch, "compare", "wire.txt", "draft.md")
    extract = document(monkeypatch, "extract", "wire.txt", "draft.md")
    assert extract["claims"] == report["claims"]
    shown = invoke(monkeypatch, "extract", "wire.txt", "--width", "60").out
    assert "Tomas Reijnen" in shown
    assert max(map(len, shown.splitlines())) <= 60


def test_a_kept_report_explains_its_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    report = document(monkeypatch, "compare", "wire.txt", "draft.md")
    for finding in report["findings"][:5]:
        outcome = invoke(monkeypatch, "explain", finding["id"])
        assert (outcome.status, outcome.err) == (0, "")
        assert finding["message"].split()[0] in outcome.out
