"""What a review leaves to the policy: a baseline, aliases, remapped keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factdiff.cli.app import run
from factdiff.policy.baseline import load_baseline
from factdiff.policy.find import PolicyFile, read_toml
from factdiff.policy.policy import policy_of
from factdiff.report.json import render
from factdiff.report.view import View
from factdiff.review.decisions import Choice
from factdiff.review.files import write_exports
from factdiff.review.journal import open_journal
from factdiff.review.session import Session
from tests.check.newsroom import build
from tests.review.making import made_report


@pytest.fixture
def decided(tmp_path: Path) -> Session:
    journal = open_journal(tmp_path / "r.jsonl", ())
    session = Session(made_report(), journal, clock=lambda: "2020-07-15T10:00:00+00:00")
    by_id = {finding.id: finding for finding in session.findings}
    session.decide(by_id["f0"], Choice.POSITION, 1)
    session.decide(by_id["f1"], Choice.BOTH)
    session.decide(by_id["f2"], Choice.FALSE_ALARM, note="two phases of the work")
    return session


def test_a_baseline_holds_what_may_stand_and_nothing_else(decided: Session, tmp_path: Path) -> None:
    path = tmp_path / "desk.baseline.json"
    write_exports(decided, [path])
    entries = load_baseline(path).entries
    assert {entry.reason for entry in entries} == {"both may stand", "two phases of the work"}
    assert {entry.finding for entry in entries} == {"f1", "f2"}
    assert {entry.date for entry in entries} == {"2020-07-15"}
    findings = made_report().findings
    marked, _ = load_baseline(path).accept("any.md", findings, "2020-08-01")
    assert [f.suppression is not None for f in marked] == [f.id != "f0" for f in findings]


def test_aliases_are_read_by_the_policy(decided: Session, tmp_path: Path) -> None:
    path = tmp_path / "learnt.aliases.toml"
    write_exports(decided, [path])
    (alias,) = policy_of(PolicyFile(path, read_toml(path))).rules().aliases
    assert (alias.name, alias.also, alias.accept) == ("Ann Lee", ("Anne Lee",), True)


def test_a_reviewed_draft_passes_check(tmp_path: Path, monkeypatch, nlp, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda *_: nlp, raising=False)
    build()
    assert run(["check", "drafts/ferry.md", "--format", "json=report.json", "-q"]) == 1
    conflict = next(
        finding
        for finding in json.loads(Path("report.json").read_text())["findings"]
        if finding["verdict"] == "conflict"
    )
    decisions = {
        "schema": "factdiff.decisions/1",
        "decisions": [{"finding": conflict["id"], "choice": "both"}],
    }
    Path("decisions.json").write_text(json.dumps(decisions))
    exported = ["--session", "s.jsonl", "--export", "desk.baseline.json"]
    review = ["review", "report.json", "--batch", "--replay", "decisions.json", *exported]
    assert run(review) == 0
    baseline = ["--baseline", "desk.baseline.json"]
    assert run(["check", "drafts/ferry.md", *baseline]) == 0
    assert run(["check", "drafts/bridge.md", *baseline]) == 1


def test_keys_of_the_policy_are_taken(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("report.json").write_text(render(made_report(), View()), encoding="utf-8")
    batch = ["review", "report.json", "--batch", "--session", "s.jsonl"]
    Path("factdiff.toml").write_text('[review.keys]\nskip = "z"\n')
    assert run(batch) == 0
    Path("factdiff.toml").write_text('[review.keys]\nskipp = "z"\n')
    assert run(batch) == 2
    assert "skipp" in capsys.readouterr().err
