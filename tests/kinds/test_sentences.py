"""Reasons are told as sentences."""

from __future__ import annotations

import pytest

from factdiff.kinds.finding import sentence


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (
            "more than 300 lies within what 200 allows.",
            "More than 300 lies within what 200 allows.",
        ),
        ("eighth in a row against seventh.", "Eighth in a row against seventh."),
        ("eBay and Ebay differ in capitals.", "eBay and Ebay differ in capitals."),
        ("10 against 3: they differ.", "10 against 3: they differ."),
        ("“several” and “four” agree.", "“several” and “four” agree."),
        ("Both name Rook Mining Co..", "Both name Rook Mining Co.."[:-1]),
        ("", ""),
    ],
)
def test_a_reason_is_a_sentence(reason: str, told: str) -> None:
    assert sentence(reason) == told
