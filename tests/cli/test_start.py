"""How the command starts: help without the pipeline, version, python -m."""

from __future__ import annotations

import subprocess
import sys

import pytest

from factdiff import __version__
from tests.cli.running import invoke


@pytest.mark.parametrize(
    "arguments", [["--help"], ["compare", "--help"], ["extract", "-h"], ["explain", "count"]]
)
def test_no_pipeline_is_imported_for(arguments: list[str]) -> None:
    code = (
        "import sys; from factdiff.cli.app import run;"
        f"status = run({arguments!r});"
        "heavy = {'spacy', 'scipy', 'thinc', 'numpy'} & set(sys.modules);"
        "sys.exit(f'imported {heavy}' if heavy or status else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_module_runs_as_a_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "factdiff", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, f"factdiff {__version__}\n")


def test_bare_command_shows_help(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = invoke(monkeypatch)
    assert outcome.status == 0
    assert "compare" in outcome.out
    assert outcome.err == ""


def test_bare_cache_shows_help(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = invoke(monkeypatch, "cache")
    assert (outcome.status, outcome.err) == (0, "")
    assert "clear" in outcome.out


@pytest.mark.parametrize(
    "command", ["compare", "extract", "explain", "check", "config", "cache clear", "review"]
)
def test_every_command_helps_with_examples(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    outcome = invoke(monkeypatch, *command.split(), "--help")
    assert outcome.status == 0
    assert f"  factdiff {command}" in outcome.out.split("Examples:")[1]


def test_completion_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_FACTDIFF_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "factdiff comp")
    monkeypatch.setenv("COMP_CWORD", "1")
    done = subprocess.run(
        [sys.executable, "-m", "factdiff"], capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == ["compare"]
