"""Front matter and the marks of Markdown."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff import InputError, read_source
from factdiff.read import named_sources
from factdiff.read.frontmatter import front_matter

PIECES = [
    *(
        "---\n",
        "title:",
        " a",
        "\n",
        "sources:",
        " [",
        "]",
        "- ",
        "# ",
        "'",
        '"',
        ":",
        "<!--",
        "-->",
    ),
    *("published: ", "2019-05-03", "](x)", "[a]: b", "```\n", "!"),
]

DRAFT = """---
title: "Harbor to close"   # as printed
published: 2019-05-03
publisher: Radio Nord
author:
  name: Ana Petrov
  mail: ana@nord.example
tags: [harbor, mud]
sources:
  - notes/council.txt
  - 'notes/survey.md'
---

# Harbor to close

The council [voted](https://nord.example/vote/2018) on Tuesday to close the harbor for two years.
<!-- ask Li Wen about
the 40 boats -->

![The basin in 1998](basin.jpg)

- Nine boats are **old**.
"""


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "harbor.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_front_matter_tells_title_date_and_publisher(draft):
    source = read_source(draft)
    assert (source.title, source.published, source.name) == (
        "Harbor to close",
        "2019-05-03",
        "Radio Nord",
    )
    assert source.text == DRAFT.replace("**", "  ")
    assert DRAFT[source.headline.start : source.headline.end] == "Harbor to close"


def test_what_a_reader_of_the_page_does_not_see_is_skipped(draft):
    source = read_source(draft)
    skipped = {s.reason: DRAFT[s.start : s.end] for s in source.skipped}
    assert skipped["front matter"].endswith("---\n")
    assert skipped["link target"] == "(https://nord.example/vote/2018)"
    assert skipped["comment"] == "<!-- ask Li Wen about\nthe 40 boats -->"
    assert skipped["image"] == "![The basin in 1998](basin.jpg)"
    assert len(skipped) == 4


def test_sources_of_a_draft_stand_beside_it(draft):
    folder = draft.parent
    assert named_sources(draft) == (
        str(folder / "notes/council.txt"),
        str(folder / "notes/survey.md"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: A: b, c\n---\nx", "A: b, c"),
        ("---\ntitle: 'It''s shut'\n---\nx", "It's shut"),
        ('---\ntitle: "Say \\"no\\""\n---\nx', 'Say "no"'),
        ('---\ntitle: "Pier #4 shut" # as printed\n---\nx', "Pier #4 shut"),
        ("---\ntitle: Pier#4 shut # as printed\n---\nx", "Pier#4 shut"),
        ("---\nTitle: Shut\n...\nx", "Shut"),
        ("---\ndescription: |\n  title: no\ntitle: Shut\n---\nx", "Shut"),
    ],
)
def test_titles(text, expected):
    found = front_matter(text, "a.md")
    assert found is not None
    assert (found.title, text[found.end :]) == (expected, "x")


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe council voted.\n---\nx",
        "---\ntitle: never closed\n",
        "x\n---\ntitle: a\n---\n",
        "---",
    ],
)
def test_a_rule_of_the_page_is_no_front_matter(text):
    assert front_matter(text, "a.md") is None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("published: soon", "harbor.md: published: 'soon' is not a date; write it as 2020-07-09"),
        ("title: [a, b]", "harbor.md: title in the front matter is a list; write one value"),
    ],
)
def test_front_matter_that_makes_no_sense(tmp_path, lines, message):
    path = tmp_path / "harbor.md"
    path.write_text(f"---\n{lines}\n---\nThe council voted.\n")
    with pytest.raises(InputError) as caught:
        read_source(path)
    assert str(caught.value).endswith(message)


def test_the_sources_may_be_one_or_none(tmp_path):
    path = tmp_path / "harbor.md"
    path.write_text("---\nsources: council.txt\n---\nThe council voted.\n")
    assert named_sources(path) == (str(tmp_path / "council.txt"),)
    path.write_text(
        "---\nsources:   # for check\n  - a.txt # first\n- b.md\n---\nThe council voted.\n"
    )
    assert named_sources(path) == (str(tmp_path / "a.txt"), str(tmp_path / "b.md"))
    path.write_text("The council voted.\n")
    assert named_sources(path) == ()


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(deadline=None, max_examples=150)
def test_no_front_matter_raises_anything_but_input_errors(text):
    from factdiff.read.markdown import read

    try:
        article = read(f"---\n{text}", "a.md")
    except InputError:
        return
    assert all(left.end <= right.start for left, right in pairwise(article.skipped))


def test_a_thousand_open_marks_take_no_time():
    from factdiff.read.markdown import read

    read("---\ntitle: a" + " " * 100_000 + "b\n---\nx", "a.md")

    for mark in ("<!--", "[a](", "![", "```\n", "<a ", "[a]: b\n"):
        assert read(mark * 20_000, "a.md").text
