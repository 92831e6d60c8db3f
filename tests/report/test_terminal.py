"""The report for people, laid out for any width."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.cells import cell_len
from rich.console import Console

from factdiff.model import Check, Evidence, Kind, Skipped, Verdict
from factdiff.report.markdown import render as markdown_of
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
    assert "wire.txt: advertisement (4% of the text)" in text
    assert "the dateline names no day" in text
    assert "found no partner" in text


def test_what_belongs_to_a_files_format_is_not_called_skipped() -> None:
    skipped = (Skipped(0, 3, "front matter"), Skipped(3, 6, "comment"), Skipped(6, 7, "byline"))
    make = Maker(source("a.md", "x" * 1000, skipped=skipped), source("b.txt", "y"))
    text = render(make.report(), View())
    assert " skipped     a.md: byline\n" in text


def test_near_misses_of_two_are_told_once_with_both_places_the_nearest_first() -> None:
    make = Maker(
        source("a.txt", "On Oct. 9. In May. On Monday."),
        source("b.txt", "On October 19. In June. Late Monday."),
    )
    for which, words, other, weight in (
        ("A", "May", "June", 0.3),
        ("B", "June", "May", 0.3),
        ("A", "Monday", "Late Monday", 0.5),  # the other has its partner elsewhere
        ("A", "Oct. 9", "October 19", 0.4),
        ("B", "October 19", "Oct. 9", 0.4),
    ):
        reason = (
            f"“{min(words, other)}” and “{max(words, other)}” may be one ({weight:.2f} of 0.80)"
        )
        near = Evidence("near miss", weight, reason)
        make.finding(
            Verdict.SINGLE, words, "Alone.", [make.claim(which, Kind.DATE, words)], rejected=(near,)
        )
    lines = [line for line in render(make.report(), View()).splitlines() if "look at" in line]
    assert lines == [
        " look at     a.txt:1, b.txt:1: “Oct. 9” and “October 19” may be one",
        " look at     a.txt:1, b.txt:1: “June” and “May” may be one",
    ]


def test_a_long_report_ends_with_its_counts() -> None:
    make = Maker(source("a.txt", "9 boats sank."), source("b.txt", "7 boats sank."))
    for number in range(12):
        said = make.claim("A", Kind.COUNT, "9"), make.claim("B", Kind.COUNT, "7")
        make.finding(Verdict.CONFLICT, f"boats {number}", "They differ.", *([c] for c in said))
    text = render(make.report(), View())
    first, *_, last = text.splitlines()
    assert first == last
    assert "12 conflicts" in last
    assert "1 conflict" not in render(ferry(), View()).splitlines()[-1]


def test_several_drafts_begin_with_their_counts_and_end_with_those_that_are_clean() -> None:
    make = Maker(*(source(f"{name}.md", "9 boats sank.") for name in ("bad", "good", "wire")))
    said = make.claim("A", Kind.COUNT, "9"), make.claim("C", Kind.COUNT, "9")
    make.finding(Verdict.CONFLICT, "boats", "They differ.", *([claim] for claim in said))
    said = make.claim("B", Kind.COUNT, "9"), make.claim("C", Kind.COUNT, "9")
    make.finding(Verdict.AGREE, "boats", "Equal.", said)
    report = replace(make.report(), checks=(Check("A", ("C",)), Check("B", ("C",))))
    lines = render(report, View()).splitlines()
    assert lines[0].split("   ")[0] == " 2 drafts"
    assert lines[0].endswith("1 conflict   0 variants   0 compatible   1 supported   0 unsupported")
    assert lines[2].startswith(" bad.md against wire.md")
    assert lines[-1] == " ✓ good.md against wire.md  1 supported"
    markdown = markdown_of(report, View())
    assert markdown.startswith("## 2 drafts\n\n| draft | conflicts | variants |")
    assert "| bad.md against wire.md | **1** | · | · | · | · |" in markdown
    assert "| good.md against wire.md | · | · | · | 1 | · |" in markdown
    assert "## good" not in markdown


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


def test_camps_are_left_out_where_every_source_stands_alone() -> None:
    make = Maker(*(source(f"{n}.txt", f"{n} boats sank.") for n in (7, 8, 9)))
    said = [[make.claim(a.id, Kind.COUNT, a.name[0])] for a in make.sources]
    make.finding(Verdict.CONFLICT, "boats sunk", "They differ.", *said)
    assert "  |  " not in render(make.report(), View())


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
