"""Which laws meet, and how they relate."""

from __future__ import annotations

from importlib import import_module
from itertools import permutations

import pytest

from factdiff.alignment import Alignment
from factdiff.kinds.laws import match
from factdiff.kinds.laws.judge import compare
from factdiff.kinds.laws.likeness import similarity
from factdiff.kinds.laws.value import parse
from factdiff.model import Verdict
from factdiff.settings import DEFAULTS
from tests.kinds.laws.articles import claims, judgements, rows


@pytest.mark.parametrize("row", rows("related.tsv"), ids=lambda row: row["left"][:40])
def test_two_articles(row):
    assert " ".join(j.verdict for j in judgements(row["left"], row["right"])) == row["verdicts"]
    assert " ".join(j.verdict for j in judgements(row["right"], row["left"])) == row["verdicts"]


@pytest.mark.parametrize(
    "row", rows("related.tsv") + rows("found.tsv"), ids=lambda row: str(row)[:50]
)
def test_an_article_agrees_with_itself(row):
    text = " ".join(value for key, value in row.items() if key in ("left", "right", "text"))
    assert {j.verdict for j in judgements(text, text)} <= {Verdict.AGREE}


@pytest.mark.parametrize("row", rows("related.tsv"), ids=lambda row: row["left"][:40])
def test_comparing_is_symmetric(row):
    for left in claims(row["left"], "A"):
        for right in claims(row["right"], "B"):
            assert compare(left, right) == compare(right, left)


def test_two_laws_of_one_sentence_meet_their_own():
    text = "The Clean Air Act and the Clean Water Act were both cited in the suit against Dover."
    assert [j.verdict for j in judgements(text, text)] == ["agree", "agree"]


def test_one_mention_changed_among_several():
    first = "Inspectors fined the smelter in Dover for a leak under the Clean Air Act."
    second = "The Clean Air Act dates from a time of smog."
    third = "Farmers near the lake fear the Clean Water Act."
    changed = first.replace("Air", "Water")
    found = judgements(f"{first} {second} {third}", f"{changed} {second} {third}")
    assert [j.verdict for j in found] == ["conflict", "agree", "agree"]
    assert {p.display for p in found[0].positions} == {"Clean Air Act", "Clean Water Act"}


def test_three_sources_in_any_order():
    said = "Inspectors fined the smelter in Dover for a leak under the Clean {} Act."
    texts = [said.format("Air"), said.format("Air"), said.format("Water")]
    for order in permutations(texts):
        (found,) = judgements(*order)
        assert found.verdict is Verdict.CONFLICT
        assert len(found.positions) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Endangered Species Act",
        "Section 7 of the Endangered Species Act",
        "Civil Rights Act of 1964",
        "H.R. 1319",
        "42 U.S.C. § 1983",
        "Roe v. Wade",
        "Article 50",
    ],
)
def test_parse_is_the_inverse_of_str(words):
    assert str(parse(words)) == words


def test_parse_keeps_the_parts_apart():
    law = parse("Section 7 of the Civil Rights Act of 1964")
    assert (law.title, law.year, law.unit, law.section) == (
        "Civil Rights Act",
        1964,
        "section",
        "7",
    )


def test_parse_refuses_nothing_at_all():
    with pytest.raises(ValueError, match="empty"):
        parse("  ")


def groups(*texts):
    found = [c for source, text in zip("AB", texts, strict=False) for c in claims(text, source)]
    return match(found, Alignment(), DEFAULTS)


def test_evidence_names_the_table_the_part_and_the_statement():
    (group,) = groups(
        "Inspectors in Dover closed the smelter under Section 7 of the Clean Water Act.",
        "Inspectors in Dover closed the smelter under Section 9 of the Federal Water Pollution "
        "Control Act.",
    )
    assert [line.feature for line in group.evidence] == ["table", "part", "statement"]
    assert group.evidence[1].weight < 0


def test_a_lone_law_tells_which_near_one_it_is_not():
    single = groups(
        "He praised the Clean Air Act.", "The mayor of Dover sued under the Clean Water Act."
    )
    assert [line.reason for line in single[0].rejected] == [
        "Clean Water Act is another law than Clean Air Act."
    ]
    assert all(group.evidence == () for group in single)


def test_the_act_of_the_same_year_is_its_partner():
    years = "The Order Act 1986 was old, and the Order Act 2023 is new."
    found = judgements(years, "The Order Act 2023 is in force, unlike the Order Act 1986.")
    assert [j.verdict for j in found] == ["agree", "agree"]


def test_hundreds_of_laws_meet_their_own_without_weighing_each_against_each(monkeypatch):
    weighed = []
    monkeypatch.setattr(
        import_module("factdiff.kinds.laws.match"),
        "similarity",
        lambda *pair: weighed.append(pair) or similarity(*pair),
    )
    text = " ".join(f"Section {n} of the Ports Act was read." for n in range(1, 301))
    assert {j.verdict for j in judgements(text, text)} == {Verdict.AGREE}
    assert 0 < len(weighed) <= 301
