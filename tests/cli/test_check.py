"""``factdiff check`` in a newsroom's repository, with the bundled pipeline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from spacy.language import Language

from tests.check.newsroom import build, git, mend
from tests.cli.running import Outcome, invoke


@pytest.fixture(autouse=True)
def _newsroom(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    monkeypatch.setattr("factdiff.pipeline.load_pipeline", lambda *_: nlp, raising=False)
    build()


def check(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Outcome:
    return invoke(monkeypatch, "check", *arguments)


def conflicts(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> list[tuple[str, str]]:
    outcome = check(monkeypatch, *arguments, "--format", "json", "--exit-zero")
    document = json.loads(outcome.out)
    claims = {claim["id"]: claim for claim in document["claims"]}
    sources = {source["id"]: source for source in document["sources"]}
    found = []
    for finding in document["findings"]:
        if finding["verdict"] == "conflict":
            first = claims[finding["positions"][0]["claims"][0]]
            found.append((sources[first["source"]]["path"], first["text"]))
    return sorted(found)


def test_fails_on_the_planted_contradictions_and_passes_when_mended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert conflicts(monkeypatch, "drafts") == [
        ("drafts/bridge.md", "6,000 cars"),
        ("drafts/ferry.md", "Tomas Reijner"),
    ]
    assert check(monkeypatch, "drafts").status == 1
    mend("drafts/bridge.md", "6,000", "4,000")
    mend("drafts/ferry.md", "Reijner", "Reijnen")
    outcome = check(monkeypatch, "drafts")
    assert (outcome.status, outcome.err) == (0, "")


def test_annotations_point_to_the_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = check(monkeypatch, "drafts", "--format", "github")
    lines = [line for line in outcome.out.splitlines() if line.startswith("::error")]
    assert len(lines) == 2
    assert any("file=drafts/bridge.md,line=8,endLine=8" in line for line in lines)
    assert any("file=drafts/ferry.md,line=9,endLine=9,col=9" in line for line in lines)


def test_an_unrelated_paragraph_changes_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def ids() -> set[str]:
        out = check(monkeypatch, "drafts", "--format", "json", "--exit-zero").out
        return {finding["id"] for finding in json.loads(out)["findings"]}

    before = ids()
    mend("drafts/ferry.md", "# Ferry", "Please call the desk before printing.\n\n# Ferry")
    assert before <= ids()


def test_only_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "drafts")
    assert check(monkeypatch, "drafts", "--changed-since", "HEAD").status == 0
    mend("drafts/bridge.md", "6,000 cars", "7,000 cars")
    assert conflicts(monkeypatch, "drafts", "--changed-since", "HEAD") == [
        ("drafts/bridge.md", "7,000 cars")
    ]


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--exit-zero"], 0),
        (["--fail-on", "never"], 0),
        (["--fail-on", "never", "--fail-on", "person=conflict"], 1),
        (["--fail-on", "person=never"], 0),
        (["--only", "count,date"], 0),
        (["--ignore", "person"], 0),
        (["--ignore", "person", "--fail-on", "compatible"], 1),
        (["--ignore", "person,count,role", "--fail-on", "variant"], 0),
        (["--min-confidence", "0.99"], 0),
    ],
)
def test_exit_status(monkeypatch: pytest.MonkeyPatch, options: list[str], status: int) -> None:
    outcome = check(monkeypatch, "drafts/ferry.md", *options)
    assert (outcome.status, outcome.err) == (status, "")


def test_unsupported_statements_fail_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    mend("drafts/quiet.md", "a day.", "a day. It was built in 1931.")
    assert check(monkeypatch, "drafts/quiet.md").status == 0
    outcome = check(monkeypatch, "drafts/quiet.md", "--fail-on", "date=unsupported")
    assert outcome.status == 1
    assert re.search(r"· single +date .*1931 +quiet\.md:7", outcome.out)
    assert "1 finding fails this run" in outcome.out


def test_front_matter_and_against_together(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("notes.txt").write_text("Captain Tomas Reijner, 61, commands the ferry.\n")
    outcome = check(monkeypatch, "drafts/ferry.md", "--against", "notes.txt", "--format", "json")
    document = json.loads(outcome.out)
    assert document["sources"][0]["against"] == ["B", "C"]
    assert [source["against"] for source in document["sources"][1:]] == [None, None]


def test_findings_speak_of_the_draft_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    out = check(monkeypatch, "drafts", "--format", "json").out
    document = json.loads(out)
    drafts = {source["id"] for source in document["sources"] if source["against"]}
    assert len(drafts) == 3
    for finding in document["findings"]:
        assert finding["positions"][0]["sources"][0] in drafts


def test_policy_file_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factdiff.toml").write_text(
        'fail-on = "never"\n[[paths]]\nfiles = "drafts/f*"\nfail-on = "conflict"\n'
    )
    assert check(monkeypatch, "drafts/bridge.md").status == 0
    assert check(monkeypatch, "drafts").status == 1
    assert check(monkeypatch, "drafts/bridge.md", "--fail-on", "conflict").status == 1
    outcome = invoke(monkeypatch, "config", "drafts/ferry.md")
    assert outcome.out.startswith('fail-on = ["conflict"]  # factdiff.toml: paths 1')


def test_policy_file_names_the_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    mend("drafts/bridge.md", "sources:\n  - ../wire/council.txt\n", "")
    assert check(monkeypatch, "drafts/bridge.md").status == 2
    Path("pyproject.toml").write_text('[tool.factdiff]\nagainst = ["wire/council.txt"]\n')
    assert check(monkeypatch, "drafts/bridge.md").status == 1


def test_house_style(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("factdiff.toml").write_text(
        '[[aliases]]\nname = "Tomas Reijnen"\nalso = ["Tomas Reijner"]\n'
    )
    outcome = check(monkeypatch, "drafts/ferry.md", "--fail-on", "variant")
    assert outcome.status == 1
    assert "House style is Tomas Reijnen; the draft has Tomas Reijner." in outcome.out


def test_baseline_is_made_kept_and_pruned(monkeypatch: pytest.MonkeyPatch) -> None:
    file = ("--baseline", "accepted.json")
    assert check(monkeypatch, "drafts", *file).status == 2
    first = check(monkeypatch, "drafts", *file, "--update-baseline", "--reason", "as filed")
    assert (first.status, first.err) == (0, "")
    assert "note        accepted.json: entries added 2, removed 0" in first.out
    entries = json.loads(Path("accepted.json").read_text())["entries"]
    assert sorted(entry["draft"] for entry in entries) == ["drafts/bridge.md", "drafts/ferry.md"]
    assert {entry["reason"] for entry in entries} == {"as filed"}
    assert check(monkeypatch, "drafts", *file).status == 0
    document = json.loads(check(monkeypatch, "drafts", *file, "--format", "json").out)
    accepted = [f for f in document["findings"] if f["suppressed"]]
    assert [f["verdict"] for f in accepted] == ["conflict", "conflict"]
    mend("drafts/ferry.md", "# Ferry", "A new line.\n\n# Ferry")
    assert check(monkeypatch, "drafts", *file).status == 0
    mend("drafts/bridge.md", "6,000 cars", "8,000 cars")
    changed = check(monkeypatch, "drafts", *file)
    assert changed.status == 1
    assert "--prune-baseline removes it" in changed.out
    check(monkeypatch, "drafts", *file, "--prune-baseline")
    entries = json.loads(Path("accepted.json").read_text())["entries"]
    assert [entry["draft"] for entry in entries] == ["drafts/ferry.md"]


def test_a_comment_accepts_one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    comment = '<!-- factdiff: ok count "the mayor corrected it" -->'
    mend("drafts/bridge.md", "Mayor", f"{comment}\nMayor")
    outcome = check(monkeypatch, "drafts/bridge.md")
    assert outcome.status == 0
    assert "(accepted: the mayor corrected it)" in outcome.out
    mend("drafts/bridge.md", "6,000", "4,000")
    outcome = check(monkeypatch, "drafts/bridge.md")
    assert "no count here to accept any more" in outcome.out


def test_cache_is_used_left_out_and_cleared(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    loads = []
    monkeypatch.setattr(
        "factdiff.pipeline.load_pipeline", lambda *_: loads.append(1) or nlp, raising=False
    )
    first = check(monkeypatch, "drafts")
    assert check(monkeypatch, "drafts") == first
    assert len(loads) == 1
    assert check(monkeypatch, "drafts", "--no-cache") == first
    assert len(loads) == 2
    assert invoke(monkeypatch, "cache", "clear").out == "removed the claims of 5 articles\n"
    assert check(monkeypatch, "drafts") == first
    assert len(loads) == 3


def test_quiet_tells_what_fails_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    files = ("--format", "text", "--format", "json=report.json")
    outcome = check(monkeypatch, "drafts", "-q", *files)
    assert outcome.status == 1
    assert "Tomas Reijner" in outcome.out
    assert "quiet.md" not in outcome.out
    assert "skipped" not in outcome.out
    assert "compatible" not in outcome.out.splitlines()[2]
    outcome = check(monkeypatch, "drafts/quiet.md", "-q", *files)
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    assert Path("report.json").is_file()


def test_verbose_lists_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = check(monkeypatch, "drafts/quiet.md", "-v")
    assert outcome.out.count(" = agree ") >= 2
    assert "--show" not in outcome.out


def test_a_comment_in_a_page_accepts_one_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    said = "Mayor Ann Lind said the bridge carries 6,000 cars a day."
    rest = "The city council of Norwick voted 7-2 on Tuesday to close the old bridge to all cars."
    comment = '<!-- factdiff: ok count "the mayor corrected it" -->'
    for above, inside in (("", ""), (comment, ""), ("", comment)):
        page = f"{above}\n<p>{said}{inside}</p>\n<p>{rest}</p>\n<p>{rest}</p>"
        Path("drafts/bridge.html").write_text(
            f"<!doctype html><html><body><article><h1>Bridge</h1>\n{page}</article></body></html>"
        )
        outcome = check(monkeypatch, "drafts/bridge.html", "--against", "wire/council.txt")
        assert outcome.status == (0 if above or inside else 1)
        assert ("(accepted: the mayor corrected it)" in outcome.out) is bool(above or inside)
    mend("drafts/bridge.html", "6,000", "many")
    outcome = check(monkeypatch, "drafts/*.html", "--against", "wire/council.txt")
    assert "no count here to accept any more" in outcome.out


def test_house_style_holds_wherever_findings_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("one.txt").write_text("Thousands of Uighurs fled Burma, the minister said on Tuesday.\n")
    Path("two.txt").write_text("Thousands of Uyghurs fled Myanmar, the minister said on Tuesday.\n")
    Path("factdiff.toml").write_text(
        '[[aliases]]\nname = "Uyghur"\nalso = ["Uighur"]\n'
        '[[aliases]]\nname = "Myanmar"\nalso = ["Burma"]\naccept = true\n'
    )
    said = "House style is Uyghur; {} has Uighurs."
    outcome = invoke(monkeypatch, "compare", "one.txt", "two.txt", "--show", "agree")
    assert said.format("one.txt") in outcome.out
    assert " = agree      place        Myanmar" in outcome.out
    assert said.format("the draft") in check(monkeypatch, "one.txt", "--against", "two.txt").out
    assert "Uighurs" not in check(monkeypatch, "two.txt", "--against", "one.txt", "-q").out
    stdin = invoke(monkeypatch, "review", "one.txt", "two.txt", "--plain", stdin="q\n").out
    assert said.format("one.txt") in stdin


def test_sourced_only_passes_over_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("memo.md").write_text("Call the captain.\n")
    assert check(monkeypatch, "memo.md").status == 2
    outcome = check(monkeypatch, "memo.md", "--sourced-only")
    assert (outcome.status, outcome.out, outcome.err) == (0, "", "")
    outcome = check(monkeypatch, "memo.md", "drafts/quiet.md", "--sourced-only")
    assert "memo.md names no sources and was not checked" in outcome.out
