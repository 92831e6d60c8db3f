"""Marks of emphasis become spaces, and nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.read import source_from_text
from factdiff.read.emphasis import markdown_without, plain_text_without


@pytest.mark.parametrize(
    ("text", "plain", "markdown"),
    [
        ("**16 dead**", "  16 dead  ", "  16 dead  "),
        ("*March 13, 2014*\nIt", " March 13, 2014 \nIt", " March 13, 2014 \nIt"),
        ("# **16 dead**", "#   16 dead  ", "#   16 dead  "),
        ("At least **16** died.", "At least   16   died.", "At least   16   died."),
        # a lone asterisk of a plain text may be a footnote's
        ("the *Alma* sank", "the *Alma* sank", "the  Alma  sank"),
        ("the _Alma_ sank", "the _Alma_ sank", "the  Alma  sank"),
        ("___Fog___", "   Fog   ", "   Fog   "),
        ("* 12 boats\n* 9 nets", "* 12 boats\n* 9 nets", "* 12 boats\n* 9 nets"),
        ("5 * 3 * 2 and f*** it", "5 * 3 * 2 and f*** it", "5 * 3 * 2 and f*** it"),
        ("a_file_name", "a_file_name", "a_file_name"),
        ("ask __init__", "ask __init__", "ask   init  "),
        ("Fog* and rain*", "Fog* and rain*", "Fog* and rain*"),
    ],
)
def test_marks_become_spaces(text: str, plain: str, markdown: str) -> None:
    assert plain_text_without(text) == plain
    assert markdown_without(text) == markdown


@given(st.text(alphabet="ab *_\n", max_size=40))
@settings(deadline=None, max_examples=200)
def test_no_place_moves(text: str) -> None:
    for without in (plain_text_without, markdown_without):
        changed = without(text)
        assert len(changed) == len(text)
        moved = [(a, b) for a, b in zip(text, changed, strict=True) if a != b]
        assert all(a in "*_" and b == " " for a, b in moved)


def test_a_page_pasted_as_text_is_dated() -> None:
    text = (
        "**16 dead in crash**\n\n*March 13, 2014*\n\nA train hit a truck on Tuesday, police said.\n"
    )
    source = source_from_text(text)
    assert (source.title, source.published) == ("16 dead in crash", "2014-03-13")


@pytest.mark.parametrize(
    "text", ["*a " * 300_000, "**" * 400_000, "_a*" * 300_000, "*" + "a" * 900_000]
)
def test_a_megabyte_takes_no_time(text: str) -> None:
    assert len(markdown_without(plain_text_without(text))) == len(text)
