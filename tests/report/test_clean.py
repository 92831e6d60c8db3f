"""Article text is data."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.report.clean import clean, clean_lines


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain text, naïve café — “quoted”", "plain text, naïve café — “quoted”"),
        ("two\nlines\r\n and\ttab", "two lines and tab"),
        ("\x1b[31mred", "�[31mred"),
        ("\x9b31m", "�31m"),
        ("a\u202eb\u2066c\u200fd", "a�b�c�d"),
        ("line\u2028sep\u2029par\x85nel", "line sep par nel"),
        ("file\udce9", "file�"),
        ("::error::x :::", ": :error: :x : : :"),
        ("see ##[group]x # #1", "see # #[group]x # #1"),
        ("لاہور", "لاہور"),
        ("नमस्ते\u200d", "नमस्ते\u200d"),
    ],
)
def test_clean(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
@settings(deadline=None, max_examples=200)
def test_clean_leaves_one_line_of_printable_text(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned.splitlines()) <= 1
    assert not {c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs")}
    assert clean(cleaned) == cleaned


def test_clean_lines_keeps_line_feeds() -> None:
    assert clean_lines("a\tb\n\x07c\n") == "a b\n�c\n"
