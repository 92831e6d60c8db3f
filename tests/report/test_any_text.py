"""Whatever an article, a path or a room writes, every format holds and none is steered."""

from __future__ import annotations

import csv
import json
import unicodedata
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.model import Evidence, Kind, Report, Verdict
from factdiff.report.formats import Format, renderer
from factdiff.report.json import render as as_json
from factdiff.report.load import parse_report
from factdiff.report.view import View
from tests.report.made import Maker, source

ODD = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x1b\x9b\x00\r\n\u2028\u202e\udce9<>&\"'`*_[]()|#@:=+-,;%\\"),
    ),
    min_size=1,
    max_size=40,
)
CHECKS = {
    Format.JSON: json.loads,
    Format.SARIF: json.loads,
    Format.JUNIT: ET.fromstring,
    Format.JSONL: lambda text: [json.loads(line) for line in text.splitlines()],
    Format.CSV: lambda text: list(csv.DictReader(StringIO(text), strict=True)),
    Format.HTML: lambda text: HTMLParser().feed(text),
}


def report_of(said: str, other: str, name: str) -> Report:
    make = Maker(source(name, f"before {said} after\n"), source("b", f"{other}\n", path=None))
    find = make.finding
    mine, theirs = make.claim("A", Kind.QUOTE, said), make.claim("B", Kind.QUOTE, other)
    weighed = (Evidence(said, 0.5, other),)
    find(Verdict.CONFLICT, other, said, [mine], [theirs], evidence=weighed, rejected=weighed)
    find(Verdict.SINGLE, said, other, [mine])
    return make.report(said)


@pytest.mark.parametrize("name", list(Format))
@given(said=ODD, other=ODD, path=ODD)
@settings(deadline=None, max_examples=25)
def test_every_format_holds(name: Format, said: str, other: str, path: str) -> None:
    report = report_of(said, other, path)
    text = renderer(name)(report, View(show=frozenset(Verdict), root="/"))
    CHECKS.get(name, str)(text)
    assert not {c for c in text if unicodedata.category(c) in ("Cc", "Cs")} - {"\n"}
    assert "\u202e" not in text
    text.encode("utf-8")


@given(said=ODD, other=ODD, path=ODD)
@settings(deadline=None, max_examples=50)
def test_json_gives_back_every_character(said: str, other: str, path: str) -> None:
    report = report_of(said, other, path)
    assert parse_report(as_json(report, View()), "x") == report
