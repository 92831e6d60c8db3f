"""Page furniture: every rule against its examples, every page of the case folder line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.read import source_from_text
from factdiff.read.rules import inline_rules, paragraph_rules
from tests.read.rows import CASES

RULES = [pytest.param(rule, id=f"{n}-{rule.reason}") for n, rule in enumerate(paragraph_rules())]
INLINE = [pytest.param(rule, id=f"{n}-{rule.reason}") for n, rule in enumerate(inline_rules())]
PAGES = sorted((CASES / "pages").glob("*.tsv"))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_takes_its_examples(rule):
    assert rule.examples
    assert [words for words in rule.examples if not rule.takes(words)] == []


@pytest.mark.parametrize("rule", RULES)
def test_no_rule_takes_the_sentences_near_it(rule):
    general = [other for other in paragraph_rules() if not other.after]
    taken = [
        (words, other.reason) for words in rule.body for other in general if other.takes(words)
    ]
    assert taken == []


@pytest.mark.parametrize("rule", INLINE)
def test_an_inline_rule_takes_its_examples_whole_and_nothing_near_them(rule):
    found = [rule.pattern.search(f"He wrote {words} twice.") for words in rule.examples]
    assert [match and match[0] for match in found] == list(rule.examples)
    assert [words for words in rule.body if rule.pattern.search(words)] == []


def lines_of(page: Path) -> list[tuple[str, str]]:
    lines = page.read_text(encoding="utf-8").splitlines()
    return [tuple(line.partition("\t")[::2]) for line in lines if not line.startswith("# ")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_lines_of_a_page(page):
    rows = lines_of(page)
    source = source_from_text("\n".join(words for _, words in rows))
    skipped = {}
    for stretch in source.skipped:
        words = source.text[stretch.start : stretch.end]
        skipped |= dict.fromkeys(words.split("\n"), stretch.reason)
    found = [(skipped.get(words, "-"), words) for _, words in rows if words]
    assert found == [row for row in rows if row[1]]


BODY = (
    "The council of Port Ellery voted on Tuesday to close the inner harbor for two years.",
    "Nine people died when the ferry went down off Bar, the port authority said.",
    "Kari Holm, who keeps two boats in the basin, left the room before the vote.",
)
FURNITURE = [words for rule in paragraph_rules() if rule.where == "any" for words in rule.examples]


@given(st.lists(st.sampled_from(FURNITURE), max_size=6), st.permutations(BODY))
@settings(deadline=None, max_examples=40)
def test_body_stays_whatever_furniture_stands_around_it(furniture, body):
    text = "\n".join([*furniture[:2], body[0], *furniture[2:4], *body[1:], *furniture[4:]])
    source = source_from_text(text)
    kept = "".join(
        c for n, c in enumerate(text) if not any(s.start <= n < s.end for s in source.skipped)
    )
    assert [words for words in body if words not in kept] == []


@pytest.mark.parametrize(
    "text",
    [
        "Updated 1:11 " * 70,
        "copy link " * 90,
        "1111 " * 180,
        "By A, A and " * 70,
        "# " * 400,
        "Home | " * 120,
    ],
)
def test_no_rule_runs_away(text):
    # a rule with two ways to read each of these words would try 2 to the power of 70 readings
    assert source_from_text(f'{text}"!').text
