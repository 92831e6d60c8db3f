"""Excerpts: the claim is whole or cut between its differing words, and always marked."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.model import Claim, Kind, PlainValue, Source, Span
from factdiff.report.differences import differing
from factdiff.report.excerpt import excerpt, plain


def claim_in(text: str, said: str) -> tuple[Source, Claim]:
    start = text.index(said)
    return (
        Source(name="a.txt", text=text, sha256=""),
        Claim(Kind.QUOTE, said, start, start + len(said), 1, 1, Span(0, len(text)), PlainValue("")),
    )


@pytest.mark.parametrize(
    ("text", "said", "other", "width", "shown"),
    [
        ("Mayor Ann Lee spoke.", "Ann Lee", "Ann Leigh", 80, "Mayor [Ann *Lee*] spoke."),
        ("Mayor Ann Lee spoke.", "Ann Lee", "Bo Ode", 80, "Mayor [Ann Lee] spoke."),
        ("Mayor Ann Lee spoke.", "Ann Lee", "ann lee", 80, "Mayor [Ann Lee] spoke."),
        (
            "The mayor of the small town, Ann Lee, spoke at length about the storm and the roads.",
            "Ann Lee",
            "Ann Leigh",
            40,
            "… town, [Ann *Lee*], spoke at length …",
        ),
        ("He saw\nnine  boats.", "nine  boats", "7 boats", 80, "He saw [*nine* boats]."),
        ("Nine.", "Nine", "7", 1, "[Nine]."),
    ],
)
def test_excerpt(text: str, said: str, other: str, width: int, shown: str) -> None:
    source, claim = claim_in(text, said)
    assert plain(excerpt(source, claim, differing(said, [other]), width)) == shown


def test_a_long_quotation_keeps_its_changed_word_in_sight() -> None:
    said = "we heard " + "a long grinding noise and " * 40 + "then nothing"
    other = said.replace("noise", "sound", 30).replace("sound", "noise", 29)
    source, claim = claim_in(said, said)
    shown = plain(excerpt(source, claim, differing(said, [other]), 90))
    assert "*noise*" in shown
    assert len(shown) < 200


@given(st.text(min_size=1, max_size=200), st.text(max_size=200), st.integers(1, 120))
@settings(deadline=None, max_examples=200)
def test_excerpts_of_anything(said: str, other: str, width: int) -> None:
    source, claim = claim_in(f"before {said} after", said)
    marks = differing(said, [other])
    assert all(0 <= span.start < span.end <= len(said) for span in marks)
    shown = plain(excerpt(source, claim, marks, width))
    assert "[" in shown
    assert "]" in shown
    assert len(shown.splitlines()) == 1


def test_no_word_differs_from_itself() -> None:
    assert differing("at least 12 passengers", ["At least 12 passengers,"]) == ()
