"""The baseline file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factdiff.errors import InputError
from factdiff.policy.baseline import Baseline, Entry, dumps_baseline, entry_of, load_baseline
from tests.report.made import ferry

CONFLICT = ferry().findings[0]
TODAY = "2020-08-01"


@pytest.mark.parametrize(
    ("entry", "accepted", "stale"),
    [
        (Entry(CONFLICT.id, "d.md", reason="he spells it so"), True, 0),
        (Entry(CONFLICT.id, None), True, 0),
        (Entry(CONFLICT.id, "d.md", expires="2020-08-02"), True, 0),
        (Entry(CONFLICT.id, "d.md", expires="2020-08-01"), False, 1),
        (Entry(CONFLICT.id, "other.md"), False, 0),
        (Entry("0123456789ab", "d.md"), False, 1),
        (Entry("0123456789ab", None), False, 0),
    ],
)
def test_accepts(entry: Entry, accepted: bool, stale: int) -> None:
    marked, remarks = Baseline((entry,)).accept("d.md", ferry().findings, TODAY)
    assert [f.id for f in marked if f.suppression is not None] == [CONFLICT.id] * accepted
    assert len(remarks) == stale
    if accepted:
        assert marked[0].suppression.by == "baseline"
        assert marked[0].suppression.reason == entry.reason


def test_written_and_read_back_the_same(tmp_path: Path) -> None:
    entries = tuple(
        entry_of(finding, draft, reason="he spells it “so”", date=TODAY)
        for finding in ferry().findings[:3]
        for draft in ("b.md", "a.md", None)
    )
    path = tmp_path / "baseline.json"
    path.write_text(dumps_baseline(Baseline(entries)), encoding="utf-8")
    assert sorted(load_baseline(path).entries, key=repr) == sorted(entries, key=repr)
    assert dumps_baseline(load_baseline(path)) == path.read_text(encoding="utf-8")


def test_an_entry_is_added_once_and_keeps_its_reason() -> None:
    old = entry_of(CONFLICT, "d.md", reason="he spells it so", date=TODAY)
    new = entry_of(CONFLICT, "d.md", reason="", date="2020-09-01")
    assert Baseline((old,)).with_entries([new, new]).entries == (old,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[]",
        json.dumps({"schema": "factdiff.baseline/2", "entries": []}),
        json.dumps({"schema": "factdiff.baseline/1"}),
        json.dumps({"schema": "factdiff.baseline/1", "entries": [{}]}),
        json.dumps({"schema": "factdiff.baseline/1", "entries": [{"finding": 7}]}),
        json.dumps({"schema": "factdiff.baseline/1", "entries": [["finding"]]}),
        json.dumps(
            {"schema": "factdiff.baseline/1", "entries": [{"finding": "a", "expires": "soon"}]}
        ),
    ],
)
def test_other_files_are_refused_in_one_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"baseline\.json") as raised:
        load_baseline(path)
    assert "\n" not in str(raised.value)
