"""The report for people, laid out for any width."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from factdiff.model import Kind, Verdict
from factdiff.report.terminal import TerminalReport
from factdiff.report.text import render
from factdiff.report.theme import THEME
from factdiff.report.view import View
from tests.report.made import Maker, ferry, hostile, source


@pytest.mark.parametrize("width", [40, 60, 80, 100, 119, 120, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    for make in (ferry, hostile):
        text = render(make(), View(show=frozenset(Verdict), width=width))
        assert max(map(cell_len, text.splitlines())) <= width
        assert "✗ conflict" in text


def test_worst_first() -> None:
    text = render(ferry(), View(show=frozenset(Verdict)))
    signs = [line[1] for line in text.splitlines() if line[:3].strip() in set("✗~≈=·")]
    assert signs == sorted(signs, key="✗~≈=·".index)
    assert len(signs) == len(ferry().findings)


def test_agreements_and_single_facts_are_counted_until_asked_for() -> None:
    text = render(ferry(), View())
    assert "30 years old" not in text
    assert "--show single lists them" in text
    asked = render(ferry(), View(show=frozenset(Verdict)))
    assert "30 years old" in asked
    assert "--show" not in asked


def test_what_was_not_compared_is_told() -> None:
    text = render(ferry(), View())
    assert "wire.txt: advertisement 1" in text
    assert "the dateline names no day" in text
    assert "found no partner" in text


def test_dates_that_keep_their_words_are_told() -> None:
    make = Maker(source("a.txt", "It sank on Thursday."), source("b.txt", "It sank on July 9."))
    make.claim("A", Kind.DATE, "Thursday")
    make.claim("B", Kind.DATE, "July 9", "XXXX-07-09")
    text = render(make.report(), View())
    assert "dates left in the article’s words: Thursday (line 1)" in text
    assert "July 9" not in text


def test_who_stands_with_whom_among_three() -> None:
    make = Maker(
        *(
            source(f"{name}.txt", f"In all {said} sank.")
            for name, said in (("one", "9 boats"), ("two", "7 boats"), ("three", "9 boats"))
        )
    )
    nine = [
        make.claim("A", Kind.COUNT, "9 boats", "9"),
        make.claim("C", Kind.COUNT, "9 boats", "9"),
    ]
    seven = [make.claim("B", Kind.COUNT, "7 boats", "7")]
    make.finding(Verdict.CONFLICT, "boats sunk", "Nine is not seven.", nine, seven)
    text = render(make.report(), View())
    assert "9: one.txt, three.txt" in text
    assert "7: two.txt" in text


def test_sources_of_one_name_are_told_apart() -> None:
    make = Maker(source("story.txt", "9 boats sank."), source("story.txt", "7 boats sank."))
    nine, seven = make.claim("A", Kind.COUNT, "9 boats"), make.claim("B", Kind.COUNT, "7 boats")
    make.finding(Verdict.CONFLICT, "boats", "Nine is not seven.", [nine], [seven])
    text = render(make.report(), View())
    assert "story.txt (A):1" in text
    assert "story.txt (B):1" in text


def test_markup_in_articles_is_shown_as_written() -> None:
    console = Console(
        file=StringIO(), theme=THEME, force_terminal=True, color_system="truecolor", width=100
    )
    with console.capture() as capture:
        console.print(TerminalReport(hostile(), View(show=frozenset(Verdict))))
    text = capture.get()
    assert "[bold]Ann[/bold]" in text
    assert "\x1b]0;" not in text
    assert "\x1b[2J" not in text
    assert "\u202e" not in text
