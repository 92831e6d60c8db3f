"""Wrong use: one line on standard error, exit status 2, nothing on standard output."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import invoke

CASES = Path(__file__).parents[1] / "cases" / "cli" / "errors.tsv"
ROWS = [
    line.split("\t")
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("arguments", "named"), ROWS)
def test_one_line_and_status_two(
    monkeypatch: pytest.MonkeyPatch, arguments: str, named: str
) -> None:
    Path("folder").mkdir()
    Path("article.txt").write_text("Nine boats sank off Port Ellery on Tuesday.\n")
    Path("other.txt").write_text("Seven boats sank off Port Ellery on Tuesday.\n")
    Path("empty.txt").write_text("")
    Path("binary.txt").write_bytes(bytes(range(256)) * 8)
    outcome = invoke(monkeypatch, *arguments.split())
    assert outcome.status == 2
    assert outcome.out == ""
    assert outcome.err.startswith("factdiff: ")
    assert outcome.err.count("\n") == 1
    assert named in outcome.err
    assert sorted(path.name for path in Path().iterdir()) == [
        "article.txt",
        "binary.txt",
        "empty.txt",
        "folder",
        "other.txt",
    ]


def test_a_name_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = invoke(monkeypatch, "extract", "a\x1b[2J\nfactdiff: all is well\x9b.txt")
    assert outcome.status == 2
    assert outcome.err.count("\n") == 1
    assert not {"\x1b", "\x9b"} & set(outcome.err)
