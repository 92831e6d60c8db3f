"""The formats that programs read: each by its own parser, with tame and with hostile text."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from factdiff.model import Kind, Report, Suppression, Verdict
from factdiff.report import csv as csv_format
from factdiff.report import github, jsonl, junit, sarif
from factdiff.report.view import View
from tests.report.made import Maker, ferry, hostile, source

SARIF = Draft202012Validator(
    json.loads(Path(__file__).with_name("sarif.subset.schema.json").read_text("utf-8"))
)
MAKERS = [ferry, hostile]
Make = Callable[[], Report]


def accepted(make: Make, by: str = "baseline") -> Report:
    """The report with its first finding accepted by somebody."""
    report = make()
    first, *rest = report.findings
    first = replace(first, suppression=Suppression(by, "the editor called the captain"))
    return replace(report, findings=(first, *rest))


@pytest.mark.parametrize("make", MAKERS)
def test_sarif_is_valid(make: Make) -> None:
    for report in (make(), accepted(make), accepted(make, "inline")):
        SARIF.validate(json.loads(sarif.render(report, View())))


def test_sarif_points_to_the_words_and_links_the_other_article() -> None:
    run = json.loads(sarif.render(ferry(), View()))["runs"][0]
    result = run["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    lines = ferry().sources[0].text.split("\n")
    line = lines[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Tomas Reijnen"
    related = result["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "gazette.txt"
    assert f"[gazette.txt:2]({related['id']})" in result["message"]["text"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert all(finding["level"] != "none" for finding in run["results"])


def test_sarif_links_only_what_factdiff_linked() -> None:
    result = json.loads(sarif.render(hostile(), View()))["runs"][0]["results"][0]
    text = result["message"]["text"].replace("\\[", "").replace("\\]", "")
    assert text.count("[") == len(result["relatedLocations"])
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == hostile().sources[0].path


def test_sarif_marks_what_was_accepted_and_keeps_it() -> None:
    result = json.loads(sarif.render(accepted(ferry), View()))["runs"][0]["results"][0]
    # code scanning does not read suppressions: an accepted finding must not fail its check
    assert result["level"] == "note"
    assert result["suppressions"] == [
        {"kind": "external", "justification": "the editor called the captain"}
    ]


@pytest.mark.parametrize(
    ("path", "root", "uri"),
    [
        ("/news/wire/a.txt", "/news", "wire/a.txt"),
        ("/news/wire/a b.txt", "/desk", "file:///news/wire/a%20b.txt"),
        ("wire/a.txt", "/news", "wire/a.txt"),
        ("./wire/../a.txt", None, "wire/../a.txt"),
        ("https://example.org/a?b=c#d", "/news", "example.org/a?b=c#d"),
        (None, "/news", "a.txt"),
    ],
)
def test_paths_below_the_root_are_told_from_there(
    path: str | None, root: str | None, uri: str
) -> None:
    web = source("b.txt", "7 boats.", path="https://example.org/b")
    make = Maker(source("a.txt", "9 boats.", path=path), web)
    nine, seven = make.claim("A", Kind.COUNT, "9"), make.claim("B", Kind.COUNT, "7")
    make.finding(Verdict.CONFLICT, "boats", "Nine is not seven.", [nine], [seven])
    result = json.loads(sarif.render(make.report(), View(root=root)))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_paths_are_told_from_the_repository_when_the_job_works_below_it() -> None:
    make = Maker(source("a.txt", "9 boats.", path="wire/a.txt"), source("b.txt", "7", path="../b"))
    nine, seven = make.claim("A", Kind.COUNT, "9"), make.claim("B", Kind.COUNT, "7")
    make.finding(Verdict.CONFLICT, "boats", "Nine is not seven.", [nine], [seven])
    view = View(root="/repo", inside="desk/news")
    result = json.loads(sarif.render(make.report(), view))["runs"][0]["results"][0]
    (here,), (there,) = result["locations"], result["relatedLocations"]
    assert here["physicalLocation"]["artifactLocation"]["uri"] == "desk/news/wire/a.txt"
    assert there["physicalLocation"]["artifactLocation"]["uri"] == "desk/b"
    assert "file=desk/news/wire/a.txt," in github.render(make.report(), view)


def many_sources() -> Report:
    """Two hundred articles, one of them on the web, that all say another number."""
    articles = [source(f"{n}.txt", f"{n} boats.", path=f"wire/{n}.txt") for n in range(200)]
    articles[1] = source("1.txt", "1 boats.", path="https://example.org/(1)?a=b")
    make = Maker(*articles)
    said = [[make.claim(a.id, Kind.COUNT, a.name.partition(".")[0])] for a in make.sources]
    make.finding(Verdict.CONFLICT, "boats", "They differ.", *said)
    return make.report()


@pytest.mark.parametrize("make", [*MAKERS, many_sources])
def test_sarif_is_what_code_scanning_takes(make: Make) -> None:
    """GitHub's documentation, "SARIF support for code scanning": limits and required properties."""
    (run,) = json.loads(sarif.render(make(), View()))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) <= 25_000
    for rule in rules:
        assert 0 < len(rule["name"]) <= 255
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert len(rule["properties"]["tags"]) <= 10
        assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
    assert len(run["results"]) <= 25_000
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("note", "warning", "error")
        assert result["message"]["text"].strip()
        assert result["partialFingerprints"]["primaryLocationLineHash"].strip()
        assert len(result["locations"]) == 1
        related = result["relatedLocations"]
        assert [location["id"] for location in related] == list(range(1, len(related) + 1))
        assert len(related) <= 100
        for location in (*result["locations"], *related):
            physical = location["physicalLocation"]
            uri = urlsplit(physical["artifactLocation"]["uri"])
            assert uri.scheme in ("", "file")  # another scheme: the whole upload is refused
            assert uri.path.isascii()
            assert " " not in uri.path
            region = physical["region"]
            start = (region["startLine"], region["startColumn"])
            assert (1, 1) <= start <= (region["endLine"], region["endColumn"])


def test_sarif_has_the_same_rules_in_every_run() -> None:
    runs = [json.loads(sarif.render(make(), View()))["runs"][0] for make in MAKERS]
    assert runs[0]["tool"]["driver"]["rules"] == runs[1]["tool"]["driver"]["rules"]


def test_sarif_links_an_article_on_the_web_from_the_message() -> None:
    result = json.loads(sarif.render(many_sources(), View()))["runs"][0]["results"][0]
    assert "[1.txt:1](https://example.org/(1%29?a=b) has “1”" in result["message"]["text"]


@pytest.mark.parametrize("make", MAKERS)
def test_junit_parses_and_counts(make: Make) -> None:
    root = ET.fromstring(junit.render(make(), View()))
    cases = root.findall("./testsuite/testcase")
    assert len(cases) == len(make().findings) == int(root.attrib["tests"])
    failures = root.findall("./testsuite/testcase/failure")
    assert len(failures) == make().summary[Verdict.CONFLICT] == int(root.attrib["failures"])


def test_junit_fails_what_fails_the_run_and_skips_what_was_accepted() -> None:
    variant = ferry().findings[1].id
    root = ET.fromstring(junit.render(ferry(), View(failing=frozenset({variant}))))
    assert [f.attrib["type"] for f in root.iter("failure")] == ["variant"]
    root = ET.fromstring(junit.render(accepted(ferry), View()))
    assert [s.attrib["message"] for s in root.iter("skipped")] == ["the editor called the captain"]
    assert not list(root.iter("failure"))


@pytest.mark.parametrize("make", MAKERS)
def test_csv_has_a_row_for_each_thing_said_and_no_formula(make: Make) -> None:
    rows = list(csv.DictReader(StringIO(csv_format.render(make(), View()))))
    said = [len(f.positions) for f in make().findings if len(f.positions) > 1]
    assert len(rows) >= len(make().findings) + len(said)
    for row in rows:
        for cell in row.values():
            assert not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert len(cell.splitlines()) <= 1
            assert "\x1b" not in cell


@pytest.mark.parametrize("make", MAKERS)
def test_jsonl_lines_are_findings(make: Make) -> None:
    lines = [json.loads(line) for line in jsonl.render(make(), View()).splitlines()]
    assert [line["id"] for line in lines] == [finding.id for finding in make().findings]
    assert lines[0]["positions"][0]["claims"][0]["path"] == make().sources[0].path


def unescaped(value: str) -> str:
    for written, meant in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(written, meant)
    return value


@pytest.mark.parametrize("make", MAKERS)
def test_github_commands_are_one_line_each_and_escaped(make: Make) -> None:
    *commands, tally = github.render(make(), View()).splitlines()
    told = [finding for finding in make().findings if finding.severity != "none"]
    assert len(commands) == len(told)
    for command in commands:
        _, head, message = command.split("::", 2)
        name, properties = head.split(" ", 1)
        assert name in ("error", "warning", "notice")
        for pair in properties.split(","):
            key, value = pair.split("=", 1)
            assert key in ("file", "line", "endLine", "col", "endColumn", "title")
            assert "\n" not in value
            assert value != ""
        assert "::" not in message
        assert "\x1b" not in command
    assert not tally.startswith("::")


def test_github_message_tells_both_sides() -> None:
    command = github.render(ferry(), View()).splitlines()[0]
    assert command.startswith("::error file=wire.txt,line=4,endLine=4,col=9,endColumn=22,")
    assert "gazette.txt:2: Tomas Reijner" in unescaped(command)


def test_github_is_silent_about_what_was_accepted() -> None:
    assert "::error" not in github.render(accepted(ferry), View())
