"""The policy file: found upwards, checked key by key, layered under the command line."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from factdiff.errors import FactdiffError
from factdiff.model import Kind, Severity, Verdict
from factdiff.policy.fail_on import Level
from factdiff.policy.find import find_policy
from factdiff.policy.policy import Policy, policy_of
from factdiff.policy.rules import Rules
from factdiff.policy.told import told


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(text: str, name: str = "factdiff.toml") -> Policy:
    Path(name).write_text(text, encoding="utf-8")
    return policy_of(find_policy(Path.cwd()))


def test_without_a_file_the_defaults_hold() -> None:
    assert policy_of(None).rules("drafts/a.md") == Rules()


def test_found_upwards_and_the_own_file_wins(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.factdiff]\nfail-on = "variant"\n')
    assert find_policy(deep).path == tmp_path / "pyproject.toml"
    (tmp_path / "a" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert find_policy(deep).path == tmp_path / "pyproject.toml"
    (tmp_path / "factdiff.toml").write_text('fail-on = "never"\n')
    assert policy_of(find_policy(deep)).rules().fail_on.level is Level.NEVER


def test_values_reach_the_rules() -> None:
    rules = written(
        """
        fail-on = ["variant", "count=never"]
        ignore = "place"
        min-confidence = 0.6
        [severities]
        single = "note"
        [thresholds]
        name-match = 0.9
        """
    ).rules()
    assert rules.fail_on.level is Level.VARIANT
    assert rules.fail_on.kinds == {Kind.COUNT: Level.NEVER}
    assert rules.kinds == frozenset(Kind) - {Kind.PLACE}
    assert rules.min_confidence == 0.6
    assert rules.settings.severities[Verdict.SINGLE] is Severity.NOTE
    assert rules.settings.severities[Verdict.CONFLICT] is Severity.ERROR
    assert rules.settings.name_match == 0.9


PATHS = """
fail-on = "conflict"
against = "wire/*.txt"
[[paths]]
files = "drafts/sport/**"
fail-on = "never"
[[paths]]
files = ["drafts/*.md"]
only = ["date", "count"]
"""


@pytest.mark.parametrize(
    ("path", "level", "kinds"),
    [
        ("drafts/a.md", Level.CONFLICT, {Kind.DATE, Kind.COUNT}),
        ("drafts/sport/a.md", Level.NEVER, set(Kind)),
        ("drafts/sport/deep/a.md", Level.NEVER, set(Kind)),
        ("other/drafts/a.md", Level.CONFLICT, set(Kind)),
        ("../outside.md", Level.CONFLICT, set(Kind)),
    ],
)
def test_paths_override(path: str, level: Level, kinds: set[Kind]) -> None:
    rules = written(PATHS).rules(path)
    assert (rules.fail_on.level, rules.kinds) == (level, kinds)


def test_command_line_wins() -> None:
    policy = written(PATHS).over({"fail-on": ("variant",), "only": (), "min-confidence": None})
    assert policy.rules("drafts/sport/a.md").fail_on.level is Level.VARIANT
    assert policy.rules("drafts/a.md").kinds == {Kind.DATE, Kind.COUNT}


def test_paths_start_from_the_policy_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policy = written(PATHS)
    assert policy.against("drafts/a.md") == ("wire/*.txt",)
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    assert policy_of(find_policy(Path.cwd())).against("a.md") == (str(tmp_path / "wire/*.txt"),)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("fial-on = 'never'", "did you mean fail-on?"),
        ("fail-on = 'conflct'", "did you mean conflict?"),
        ("fail-on = 3", "takes a string or a list of strings"),
        ("only = ['cuont']", "did you mean count?"),
        ("min-confidence = 2", "from 0 to 1"),
        ("min-confidence = true", "from 0 to 1"),
        ("[severities]\nconflict = 'eror'", "did you mean error?"),
        ("[severities]\nconflit = 'error'", "did you mean conflict?"),
        ("severities = 'error'", "is a table"),
        ("[thresholds]\nname-mach = 0.5", "did you mean name-match?"),
        ("[[aliases]]\nalso = ['x']", "name takes a string"),
        ("[[aliases]]\nname = 'x'\nacept = true", "did you mean accept?"),
        ("aliases = 'x'", "list of tables"),
        ("[[paths]]\nfail-on = 'never'", "needs files"),
        ("[[paths]]\nfiles = 'a'\nbaseline = 'b'", "baseline"),
        ("[review.keys]\nnext = 7", "review.keys.next takes a string"),
        ("fail-on = ", "is not TOML"),
    ],
)
def test_refused_in_one_line_that_names_the_file(text: str, named: str) -> None:
    with pytest.raises(FactdiffError) as raised:
        written(text)
    message = str(raised.value)
    assert "factdiff.toml" in message
    assert named in message
    assert "\n" not in message


def test_what_holds_is_told_with_its_origin_and_reads_as_toml() -> None:
    policy = written(PATHS + '[[aliases]]\nname = "Uy\\"ghurs"\nalso = ["Uighurs"]\n')
    lines = list(told(policy.over({"min-confidence": 0.5}), "drafts/sport/a.md"))
    assert 'fail-on = ["never"]  # factdiff.toml: paths 1, over factdiff.toml' in lines
    assert "min-confidence = 0.5  # the command line" in lines
    assert 'conflict = "error"  # default' in lines
    document = tomllib.loads("\n".join(lines))
    assert document["aliases"] == [{"name": 'Uy"ghurs', "also": ["Uighurs"], "accept": False}]
    assert document["thresholds"]["name-match"] == Rules().settings.name_match
