"""``factdiff compare`` on reports made by hand: formats, files, statuses."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from factdiff.model import Report
from factdiff.report.formats import Format
from factdiff.report.load import load_report
from tests.cli.running import answer_with, hold, invoke
from tests.report.made import GAZETTE, HARBOUR, ferry, hostile


@pytest.fixture(autouse=True)
def _articles() -> None:
    Path("wire.txt").write_text(HARBOUR, encoding="utf-8")
    Path("gazette.txt").write_text(GAZETTE, encoding="utf-8")


SNAPSHOT_RUNS = {
    "compare.text": ["--format", "text"],
    "compare.narrow.text": ["--format", "text", "--width", "60"],
    "compare.wide.text": ["--format", "text", "--width", "140"],
    "compare.all.text": ["--show", "agree,single", "--fail-on", "conflict"],
    "compare.terminal": ["--format", "terminal", "--width", "80"],
    "compare.json": ["--format", "json"],
    "compare.jsonl": ["--format", "jsonl"],
    "compare.csv": ["--format", "csv"],
    "compare.markdown": ["--format", "markdown"],
    "compare.html": ["--format", "html"],
    "compare.sarif": ["--format", "sarif"],
    "compare.junit": ["--format", "junit"],
    "compare.github": ["--format", "github", "--fail-on", "variant"],
}


@pytest.mark.parametrize("name", SNAPSHOT_RUNS)
def test_snapshot(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    answer_with(monkeypatch, ferry)
    arguments = ["compare", "wire.txt", "gazette.txt", *SNAPSHOT_RUNS[name]]
    hold(f"{name}.txt", invoke(monkeypatch, *arguments).as_snapshot(arguments))


@pytest.mark.parametrize("name", [str(name) for name in Format if name is not Format.TERMINAL])
def test_hostile_snapshot(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    answer_with(monkeypatch, hostile)
    arguments = ["compare", "wire.txt", "gazette.txt", "--show", "single", "--format", name]
    hold(f"hostile.{name}.txt", invoke(monkeypatch, *arguments).as_snapshot(arguments))


FAIL_ON = [
    ([], 0),
    (["never"], 0),
    (["conflict"], 1),
    (["variant"], 1),
    (["compatible"], 1),
    (["count=compatible"], 1),
    (["count=variant"], 0),
    (["date=compatible"], 0),
    (["conflict", "person=never"], 0),
    (["never", "law=variant"], 1),
]


@pytest.mark.parametrize(("levels", "status"), FAIL_ON)
def test_fail_on(monkeypatch: pytest.MonkeyPatch, levels: list[str], status: int) -> None:
    answer_with(monkeypatch, ferry)
    options = [word for level in levels for word in ("--fail-on", level)]
    outcome = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", *options)
    assert (outcome.status, outcome.err) == (status, "")


def test_output_is_written_whole_and_nothing_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ferry)
    sources = ["compare", "wire.txt", "gazette.txt"]
    outcome = invoke(monkeypatch, *sources, "--format", "json", "--output", "report.json")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert load_report("report.json").summary == ferry().summary
    invoke(monkeypatch, *sources, "--output", "report.txt")
    assert "✗ conflict" in Path("report.txt").read_text(encoding="utf-8")
    assert sorted(map(str, Path().iterdir())) == [
        "gazette.txt",
        "report.json",
        "report.txt",
        "wire.txt",
    ]


def test_several_formats_in_one_run(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ferry)
    outcome = invoke(
        monkeypatch,
        "compare",
        *("wire.txt", "gazette.txt"),
        *("--format", "sarif=out.sarif", "--format", "text", "--format", "junit=out.xml"),
    )
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith(" wire.txt × gazette.txt")
    assert json.loads(Path("out.sarif").read_text())["version"] == "2.1.0"
    assert Path("out.xml").read_text().startswith("<?xml")


def test_published_and_standard_input_reach_the_sources(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen = []
    answer_with(monkeypatch, ferry)
    monkeypatch.setattr(
        "factdiff.cli.claims.read_claims", lambda sources, *_, **__: seen.extend(sources) or ferry()
    )
    arguments = ["compare", "wire.txt", "-", "--published", "-", "--published", "2020-07-09"]
    outcome = invoke(monkeypatch, *arguments, stdin="Nine boats sank.\n")
    assert outcome.status == 0
    assert [source.published for source in seen][1] == "2020-07-09"
    assert [source.path for source in seen] == ["wire.txt", None]


def test_explain_reads_the_last_report(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ferry)
    invoke(monkeypatch, "compare", "wire.txt", "gazette.txt")
    conflict = ferry().findings[0].id
    outcome = invoke(monkeypatch, "explain", conflict)
    assert outcome.status == 0
    assert "both are called captain" in outcome.out
    assert "a ship, not a person" in outcome.out
    assert invoke(monkeypatch, "explain", conflict[:6]).out == outcome.out
    assert invoke(monkeypatch, "explain", "ffffffff").status == 2


def test_colours_on_a_terminal_and_none_under_no_color() -> None:
    code = (
        "import sys, factdiff.diff, factdiff.cli.claims; from factdiff.cli.app import run;"
        "from tests.report.made import ferry;"
        "factdiff.cli.claims.read_claims = factdiff.diff.report_of = lambda *a, **k: ferry();"
        "sys.exit(run(['compare', 'wire.txt', 'gazette.txt', '--width', '100']))"
    )
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": root}
    environment.pop("NO_COLOR", None)
    coloured = _on_a_terminal(code, environment)
    assert "\x1b[1;31m" in coloured
    plain = _on_a_terminal(code, {**environment, "NO_COLOR": "1"})
    assert "31m" not in plain
    assert "✗ conflict" in plain
    dumb = _on_a_terminal(code, {**environment, "TERM": "dumb"})
    assert "\x1b" not in dumb


def _on_a_terminal(code: str, environment: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-c", code], stdout=theirs, env=environment) as child:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed: Linux answers EIO
                break
            if not piece:
                break
            shown += piece
    os.close(ours)
    assert child.returncode == 0
    return shown.decode()


def test_a_closed_pipe_is_no_error() -> None:
    code = (
        "import sys, factdiff.diff, factdiff.cli.claims; from factdiff.cli.app import run;"
        "from tests.report.made import ferry;"
        "factdiff.cli.claims.read_claims = factdiff.diff.report_of = lambda *a, **k: ferry();"
        "sys.exit(run(['compare', 'wire.txt', 'gazette.txt', '--format', 'json']))"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        ["bash", "-c", f'{sys.executable} -c "$CODE" | head -c 1; exit ${{PIPESTATUS[0]}}'],
        env={**os.environ, "PYTHONPATH": root, "CODE": code},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_json_is_the_report(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ferry)
    outcome = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", "--format", "json")
    assert json.loads(outcome.out)["summary"]["conflict"] == 1


def test_quiet_prints_conflicts_and_variants_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    answer_with(monkeypatch, ferry)
    files = ["compare", "wire.txt", "gazette.txt", "-q"]
    outcome = invoke(monkeypatch, *files)
    assert (outcome.status, outcome.err) == (0, "")
    assert "✗ conflict" in outcome.out
    assert "~ variant" in outcome.out
    assert not {"≈ compatible", "skipped", "one only"} & set(outcome.out.split("  "))
    assert "= agree" in invoke(monkeypatch, *files, "--show", "agree").out
    # what fails the run is told, whatever else is kept quiet
    assert "≈ compatible" in invoke(monkeypatch, *files, "--fail-on", "compatible").out
    whole = invoke(monkeypatch, *files, "--format", "json").out
    assert len(json.loads(whole)["findings"]) == len(ferry().findings)


def test_quiet_prints_nothing_where_nothing_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    def agreeing() -> Report:
        return replace(ferry(), findings=tuple(f for f in ferry().findings if f.verdict == "agree"))

    answer_with(monkeypatch, agreeing)
    outcome = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", "-q")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")


def test_verbose_lists_everything_and_tells_how_it_was_read(
    monkeypatch: pytest.MonkeyPatch, nlp: Language
) -> None:
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda *_: nlp, raising=False)
    first = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", "-v")
    assert "= agree" in first.out
    assert "lists them" not in first.out
    policy, pipeline, wire, gazette = first.err.splitlines()
    assert policy == "factdiff: policy: none, every default holds"
    assert pipeline.startswith("factdiff: pipeline: en_")
    assert wire.startswith("factdiff: wire.txt: published unknown, ")
    assert gazette.endswith(" claims, read just now")
    Path("factdiff.toml").write_text("")
    policy, *_, gazette = invoke(monkeypatch, "extract", "gazette.txt", "-v").err.splitlines()
    assert policy.endswith("factdiff.toml")
    assert gazette.endswith(" claims, kept from an earlier run")


def test_paths_start_at_the_root_that_the_build_service_checked_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer_with(monkeypatch, ferry)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(Path.cwd().parent))
    out = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", "--format", "github").out
    assert f"file={Path.cwd().name}/wire.txt," in out
    monkeypatch.setenv("GITHUB_WORKSPACE", "/nowhere")
    out = invoke(monkeypatch, "compare", "wire.txt", "gazette.txt", "--format", "github").out
    assert "file=wire.txt," in out
