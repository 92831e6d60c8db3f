"""The action, the commit hook and the recipes, run as far as they can be without their services."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from factdiff.policy.find import PolicyFile
from factdiff.policy.policy import policy_of
from tests.check.newsroom import build, git, mend

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A newsroom in the working folder, and the environment of a job in it."""
    home = tmp_path / "newsroom"
    home.mkdir()
    monkeypatch.chdir(home)
    build()
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
    }


def run(script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    # as GitHub starts `shell: bash`
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def step(name: str, environment: dict[str, str], **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run a step of the action with its inputs, as the service fills them in."""
    found = next(step for step in ACTION["runs"]["steps"] if step["name"] == name)
    values = {key: spec["default"] for key, spec in ACTION["inputs"].items()} | inputs
    filled = {
        variable: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: values[m[1]], expression)
        for variable, expression in found["env"].items()
    }
    return run(found["run"], {**environment, **filled})


def test_action_annotates_summarizes_and_fails(environment: dict[str, str]) -> None:
    done = step("Check drafts", environment)
    assert done.returncode == 1
    assert done.stderr == ""
    errors = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    assert len(errors) == 2
    assert "file=drafts/bridge.md,line=8," in "".join(errors)
    summary = Path(environment["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")
    assert "## ferry.md against coastal.txt" in summary
    results = json.loads(Path("factdiff.sarif").read_text())["runs"][0]["results"]
    assert sum(result["level"] == "error" for result in results) == 2
    mend("drafts/bridge.md", "6,000", "4,000")
    mend("drafts/ferry.md", "Reijner", "Reijnen")
    assert step("Check drafts", environment).returncode == 0


def test_action_passes_its_inputs_on_as_data(environment: dict[str, str]) -> None:
    trap = "$(touch stolen) `touch stolen`; touch stolen\n--output=stolen"
    done = step("Check drafts", environment, drafts=trap)
    assert done.returncode == 2
    done = step(
        "Check drafts", environment,
        **{"drafts": "drafts/bridge.md\ndrafts/quiet.md", "fail-on": "never\ncount=conflict"},
        against="wire/*.txt", sarif="out.sarif", baseline="",
    )  # fmt: skip
    assert done.returncode == 1
    assert Path("out.sarif").is_file()
    assert not Path("stolen").exists()


def test_action_can_check_only_what_changed(environment: dict[str, str]) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "drafts")
    assert step("Check drafts", environment, **{"changed-since": "HEAD"}).returncode == 0


def test_action_lists_every_input_it_uses() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])
    assert "${{" not in "".join(step.get("run", "") for step in ACTION["runs"]["steps"])


def test_commit_hook(environment: dict[str, str]) -> None:
    (hook,) = HOOKS
    Path("notes.md").write_text("Call the captain.\n")
    command = f"{hook['entry']} drafts/ferry.md notes.md"
    done = run(command, environment)
    assert done.returncode == 1
    assert "Tomas Reijner" in done.stdout
    mend("drafts/ferry.md", "Reijner", "Reijnen")
    done = run(command, environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run(f"{hook['entry']} notes.md", environment).returncode == 0


def test_local_hook_is_the_published_one() -> None:
    (repository,) = yaml.safe_load(readme_block("local hook"))["repos"]
    (local,) = repository["hooks"]
    (published,) = HOOKS
    for key in ("id", "name", "entry", "types_or", "require_serial"):
        assert local[key] == published[key]


def readme_block(mark: str) -> str:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", text, re.DOTALL)[1]


def test_shell_recipe(environment: dict[str, str]) -> None:
    done = run(readme_block("shell"), environment)
    assert done.returncode == 1
    assert "## bridge.md against council.txt" in done.stdout


def test_gitlab_recipe(environment: dict[str, str]) -> None:
    job = yaml.safe_load(readme_block("gitlab"))["factdiff"]
    install, check = job["script"]
    assert install.startswith("pip install ")
    assert run(check, environment).returncode == 1
    assert Path(job["artifacts"]["reports"]["junit"]).read_text().startswith("<?xml")


def test_policy_in_the_readme_is_valid() -> None:
    import tomllib

    policy = policy_of(PolicyFile(Path("factdiff.toml"), tomllib.loads(readme_block("policy"))))
    assert len(policy.rules("drafts/a.md").aliases) == 2
    assert policy.rules("drafts/opinion/a.md").fail_on.level == "never"
