"""Datelines, publication dates and headlines, row by row; what holds for every text."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff import InputError, Source, UsageError
from factdiff.read import source_from_text
from tests.read.rows import known, rows


@pytest.mark.parametrize(("text", "dateline", "date"), rows("datelines.tsv"))
def test_dateline(text, dateline, date):
    source = source_from_text(text)
    span = source.dateline
    assert (span and text[span.start : span.end]) == known(dateline)
    assert source.published == known(date)


@pytest.mark.parametrize(("lines", "date"), rows("publication.tsv"))
def test_publication_date(lines, date):
    assert source_from_text(_article(lines)).published == known(date)


@pytest.mark.parametrize(("lines", "headline"), rows("headlines.tsv"))
def test_headline(lines, headline):
    source = source_from_text(_article(lines))
    span = source.headline
    assert (span and source.text[span.start : span.end]) == known(headline) == source.title


def test_a_wrapped_headline_is_one_title():
    lines = "The council of Port Ellery votes to close the inner", "harbor for two years", ""
    text = "\n".join([*lines, "Nobody spoke against it, the mayor said."])
    source = source_from_text(text)
    assert (
        source.title == "The council of Port Ellery votes to close the inner harbor for two years"
    )


def _article(lines: str) -> str:
    # " | " stands inside a line, "|" between two
    return "\n".join(line.replace("\0", " | ") for line in lines.replace(" | ", "\0").split("|"))


def test_the_agency_of_a_dateline_is_no_organization_of_the_story():
    source = source_from_text("July 9 (UPI) -- Four officials were named.")
    assert [source.text[s.start : s.end] for s in source.skipped] == ["(UPI)"]


def test_the_clock_time_beside_the_date_is_skipped_and_the_date_stays():
    source = source_from_text("May 3, 2019 10:14 AM\nThe council voted to close the harbor.")
    assert [source.text[s.start : s.end] for s in source.skipped] == [" 10:14 AM"]


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("The council voted on Thursday to close the harbor.", "1992, 1998, 2009 or later"),
        ("The council voted on Thursday. Per Lund came in 2016.", "2020, 2026, 2037 or later"),
        ("The council voted on Thursday. It will open in 2031.", "1992, 1998, 2009 or later"),
        ("The council voted on Thursday. Per Lund came in 2016.\n© 2021 Radio Nord", "be 2020"),
        ("The council voted to close the harbor.", "no year is stated; give --published"),
    ],
)
def test_a_dateline_without_a_year_tells_which_years_fit(body, years):
    source = source_from_text(f"July 9 (UPI) -- {body}")
    assert source.published == "XXXX-07-09"
    assert len(source.notes) == 1
    assert source.notes[0].endswith(years) or years in source.notes[0]


def test_a_weekday_without_any_date_is_told():
    source = source_from_text("The council voted on Thursday to close the harbor.")
    assert source.published is None
    assert source.notes == ("no publication date found; give one with --published",)


@pytest.mark.parametrize(
    ("given_date", "date"),
    [
        ("2020-07-09", "2020-07-09"),
        ("July 9, 2020", "2020-07-09"),
        ("XXXX-07-09", "XXXX-07-09"),
        ("2020", "2020"),
    ],
)
def test_the_date_given_wins(given_date, date):
    text = "May 3, 2019\nThe council voted to close the harbor."
    assert source_from_text(text, published=given_date).published == date


@pytest.mark.parametrize("word", ["soon", "2020-13-01", "", "XXXX-7"])
def test_a_date_that_is_none_is_refused(word):
    with pytest.raises(UsageError, match="is not a date; write it as 2020-07-09"):
        source_from_text("The council voted.", published=word)


@pytest.mark.parametrize("text", ["", " \n\t\r\n ", "\ufeff\n"])
def test_a_text_without_words_is_refused(text):
    with pytest.raises(InputError, match="ferry is empty"):
        Source.from_text(text, name="ferry")


def test_crlf_and_byte_order_mark_do_not_count():
    source = source_from_text("\ufeffHarbor to close\r\nThe council voted to close the harbor.")
    assert source == source_from_text(source.text, name="text").__class__(
        **{**fields(source), "sha256": source.sha256}
    )
    assert source.text.index("The") == len("Harbor to close\n")


def fields(source: Source) -> dict[str, object]:
    return {name: getattr(source, name) for name in source.__dataclass_fields__}


WORDS = st.sampled_from(
    ["Share", "July 9 (AP) --", "\n", "\n\n", "(AP Photo/X)", "Thursday", "Copyright 2019 A B",
     "---",
     "By Ana Petrov", "The council voted to close the harbor.", "Sources", "May 4, 2019", "a@b.de",
     "https://a.example/b", "0:00", "¶", "\u2028", "\r", "<!--"]
)  # fmt: skip


@given(st.one_of(st.text(min_size=1), st.lists(WORDS, min_size=1).map(" ".join)))
@settings(deadline=None, max_examples=150)
def test_no_text_raises_and_what_is_found_lies_in_the_text(text):
    try:
        source = source_from_text(text)
    except InputError:
        assert not text.replace("\ufeff", "", 1).strip()
        return
    stretches = [*source.skipped]
    assert all(left.end <= right.start for left, right in pairwise(stretches))
    assert all(s.reason for s in stretches)
    spans = [*stretches, *filter(None, (source.headline, source.dateline))]
    assert all(span.end <= len(source.text) for span in spans)


def test_a_megabyte_is_read():
    line = "The council of Port Ellery voted on Tuesday to close the inner harbor in 2019.\n"
    for text in (line * 12_500, "a " * 500_000, "(AP Photo " * 100_000, "1:11 " * 200_000):
        assert source_from_text(text).text == text


def test_reading_needs_no_language_pipeline():
    code = "import sys; from factdiff import Source; Source.from_text('July 9 (UPI) -- A b.')"
    check = "print(sorted({'spacy', 'scipy', 'charset_normalizer'} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; {check}"], capture_output=True, text=True, check=True
    )
    assert "spacy" not in done.stdout
