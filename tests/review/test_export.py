"""What a review leaves behind."""

from __future__ import annotations

import json

import pytest

from factdiff.errors import InputError
from factdiff.review.decisions import Choice
from factdiff.review.export import accepted, aliases, decisions_json, memo, plain, replay
from factdiff.review.journal import open_journal
from factdiff.review.session import Session
from factdiff.review.store import journal_path, open_review
from tests.review.making import ROWS, TEXTS, made_report


def session_at(path, report=None):
    return Session(report or made_report(), open_journal(path, ()), clock=lambda: "t")


@pytest.fixture
def decided(tmp_path):
    session = session_at(tmp_path / "r.jsonl")
    count, person, _ = session.findings
    session.decide(count, Choice.POSITION, 1, note="ministry confirmed")
    session.decide(person, Choice.BOTH)
    return session


def test_the_memo_says_what_to_change_where(decided):
    assert memo(decided) == "\n".join(
        [
            "# Corrections memo",
            "",
            "- **A** a.txt",
            "- **B** b.txt",
            "",
            "2 of 3 decided, 1 open conflict.",
            "",
            "## To correct",
            "",
            "### people who died: 10 people / 12 people (count)",
            "",
            "10 people against 12 people: they differ.",
            "",
            "- change: a.txt, line 1: **10 people**",
            "  - to: **12 people**",
            "- right: b.txt, line 1: **12 people**",
            "",
            "Note: ministry confirmed",
            "",
            "## Both may stand",
            "",
            "### Ann Lee / Anne Lee (person)",
            "",
            "Ann Lee against Anne Lee: they differ.",
            "",
            "- says: a.txt, line 1: **Ann Lee**",
            "- says: b.txt, line 1: **Anne Lee**",
            "",
            "## Not decided",
            "",
            "- cost: $3 million / $4 million (money, conflict)",
            "",
        ]
    )


def test_article_text_never_becomes_markup():
    assert plain("a [link](x) <b>\n# *x*\x1b[31m") == r"a \[link\](x) \<b\> \# \*x\*\[31m"


def test_decisions_replayed_on_a_fresh_report_are_the_same(decided, tmp_path):
    document = json.loads(json.dumps(decisions_json(decided)))
    fresh = session_at(tmp_path / "other.jsonl")
    assert replay(fresh, document) == (2, [])
    assert fresh.decisions == decided.decisions


def test_replay_tells_which_findings_are_gone(decided, tmp_path):
    fresh = session_at(tmp_path / "other.jsonl", made_report(rows=ROWS[:1]))
    assert replay(fresh, decisions_json(decided)) == (1, ["f1"])


def test_another_document_is_refused(tmp_path):
    with pytest.raises(InputError, match="decisions/1"):
        replay(session_at(tmp_path / "r.jsonl"), {"schema": "factdiff.report/1"})


def test_only_what_may_stand_is_accepted_and_becomes_an_alias(decided):
    assert [finding.id for finding, _ in accepted(decided)] == ["f1"]
    assert aliases(decided) == [("Ann Lee", "Anne Lee")]


def test_a_review_is_found_again_by_the_content_of_its_sources(tmp_path):
    report = made_report()
    assert journal_path(tmp_path, report.sources) == journal_path(tmp_path, report.sources[::-1])


def test_changed_sources_keep_the_decisions_that_still_stand(tmp_path):
    old = made_report()
    ids = frozenset(f.id for f in old.findings)
    session = Session(old, open_review(tmp_path, old.sources, ids).journal, clock=lambda: "t")
    for finding in session.findings:
        session.decide(finding, Choice.BOTH, note="seen")
    texts = {**TEXTS, "B": TEXTS["B"] + " More."}
    new = made_report(rows=ROWS[:2], texts=texts)
    changed = [s if s.id == "A" else type(s)(s.name, s.text, "new", s.id) for s in new.sources]
    opened = open_review(tmp_path, changed, frozenset({"f0", "f1"}))
    assert (opened.carried, opened.fell_away) == (2, 1)
    again = open_review(tmp_path, changed, frozenset({"f0", "f1"}))
    assert (again.carried, len(again.journal.events)) == (0, 2)
