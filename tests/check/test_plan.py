"""Which drafts are held against which sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from factdiff.check.plan import Plan, plan
from factdiff.errors import InputError, UsageError
from tests.check.newsroom import build


@pytest.fixture(autouse=True)
def _newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    build()
    Path("drafts/memo.txt").write_text("Call the captain.\n")
    Path("drafts/.hidden.md").write_text("x")


def test_front_matter_names_the_sources() -> None:
    plans = plan(["drafts/ferry.md"], [])
    assert plans.plans == (Plan("drafts/ferry.md", ("drafts/../wire/coastal.txt",)),)


def test_a_folder_holds_drafts_and_files_without_sources_are_told() -> None:
    plans = plan(["drafts"], [])
    assert [p.draft for p in plans.plans] == [
        "drafts/bridge.md",
        "drafts/ferry.md",
        "drafts/quiet.md",
    ]
    assert plans.passed_over == ("drafts/memo.txt",)


def test_patterns_on_either_side_and_no_draft_against_itself() -> None:
    plans = plan(["drafts/f*.md", "drafts/ferry.md"], ["wire/*.txt", "drafts/ferry.md"])
    assert plans.plans == (
        Plan("drafts/ferry.md", ("drafts/../wire/coastal.txt", "wire/council.txt")),
    )


@pytest.mark.parametrize(
    ("drafts", "against", "error"),
    [
        (["drafts/memo.txt"], [], UsageError),
        (["drafts/nothing*.md"], [], InputError),
        (["wire"], [], UsageError),
        (["drafts/ferry.md"], ["nowhere/*.txt"], InputError),
        (["drafts/missing.md"], [], InputError),
    ],
)
def test_refused(drafts: list[str], against: list[str], error: type[Exception]) -> None:
    with pytest.raises(error):
        plan(drafts, against)
