"""JSON after the schema, and read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from factdiff.errors import InputError
from factdiff.model import Report
from factdiff.report.json import render, render_claims
from factdiff.report.load import load_report, parse_report
from factdiff.report.view import View
from tests.report.made import ferry, hostile

SCHEMA = json.loads(files("factdiff.report").joinpath("report.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("make", [ferry, hostile])
def test_valid_by_the_schema(make: Callable[[], Report]) -> None:
    document = json.loads(render(make(), View()))
    Draft202012Validator(SCHEMA).validate(document)
    for claim in document["claims"]:
        text = next(s["text"] for s in document["sources"] if s["id"] == claim["source"])
        assert text[claim["start"] : claim["end"]] == claim["text"]


def test_schema_refuses_a_report_without_findings() -> None:
    document = json.loads(render(ferry(), View()))
    del document["findings"]
    assert not Draft202012Validator(SCHEMA).is_valid(document)


@pytest.mark.parametrize("make", [ferry, hostile])
def test_reading_back_gives_the_same_report(make: Callable[[], Report], tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(render(make(), View()), encoding="utf-8")
    assert load_report(path) == make()


def test_extract_has_the_claims_and_no_findings() -> None:
    document = json.loads(render_claims(ferry(), View()))
    assert set(document) == {"schema", "tool", "sources", "claims"}
    assert document["schema"] == "factdiff.extract/1"


def test_text_is_exact_and_harmless() -> None:
    text = render(hostile(), View())
    assert json.loads(text)["sources"][0]["text"] == hostile().sources[0].text
    unsafe = {chr(c) for c in (*range(32), *range(127, 160), 0x202E, 0x2028)} - {"\n"}
    assert not unsafe & set(text)


def _without(document: dict, *keys: object) -> dict:
    part = document
    for key in keys[:-1]:
        part = part[key]
    del part[keys[-1]]
    return document


@pytest.mark.parametrize(
    ("damage", "named"),
    [
        (lambda text: "", "not JSON"),
        (lambda text: text[:-40], "not JSON"),
        (lambda text: "[" * 100_000, "not JSON"),
        (lambda text: "[]", "factdiff.report/1"),
        (lambda text: text.replace("report/1", "report/9"), "factdiff.report/1"),
        (lambda text: json.dumps(_without(json.loads(text), "claims")), "claims"),
        (lambda text: json.dumps(_without(json.loads(text), "claims", 0)), "nowhere described"),
        (lambda text: json.dumps(_without(json.loads(text), "sources", 1)), "nowhere described"),
        (lambda text: text.replace('"person"', '"dragon"'), "dragon"),
        (lambda text: text.replace('"positions": [', '"positions": 7, "p": ['), "damaged"),
    ],
)
def test_damaged_reports_are_refused_in_one_line(damage: Callable[[str], str], named: str) -> None:
    with pytest.raises(InputError, match=named) as raised:
        parse_report(damage(render(ferry(), View())), "report.json")
    assert "report.json" in str(raised.value)
    assert "\n" not in str(raised.value)
