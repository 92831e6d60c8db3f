"""Which drafts are held against which sources."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factdiff.check.plan import Plan, plan
from factdiff.errors import InputError, UsageError
from tests.check.newsroom import build, mend


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


def test_sources_of_a_draft_in_the_same_folder_are_no_drafts_left_out() -> None:
    Path("drafts/wire.txt").write_text("Nine boats sank.\n")
    mend("drafts/ferry.md", "../wire/coastal.txt", "wire.txt")
    assert plan(["drafts"], []).passed_over == ("drafts/memo.txt",)


def test_an_address_in_the_front_matter_stays_one() -> None:
    mend("drafts/ferry.md", "../wire/coastal.txt", "https://example.org/news/ferry")
    assert plan(["drafts/ferry.md"], []).plans[0].sources == ("https://example.org/news/ferry",)


def test_a_source_that_is_not_there_is_named_with_its_draft() -> None:
    mend("drafts/ferry.md", "../wire/coastal.txt", "../wire/costal.txt")
    said = "drafts/ferry.md names drafts/../wire/costal.txt under sources:, which is not there"
    with pytest.raises(InputError, match=re.escape(said)):
        plan(["drafts"], [])


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
