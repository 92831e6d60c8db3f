"""Laws that hold for every pair of names."""

from __future__ import annotations

import math
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff import UsageError, Verdict, compare_names

KINDS = st.sampled_from(["person", "organization", "place", "group"])
# names that look like names, and anything that Unicode allows
WORDS = st.one_of(
    st.sampled_from(["Zhu", "Hailun", "Mohammed", "al-Sisi", "Bill", "J.K.", "Bush", "Jr."]),
    st.sampled_from(["U.S.", "Treasury", "GmbH", "19th", "Müller", "Uyghurs", "习近平", "Путин"]),
)
NAMES = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=5).map(" ".join))


@settings(deadline=None, max_examples=150)
@given(NAMES, NAMES, KINDS)
def test_symmetric_and_between_zero_and_one(left: str, right: str, kind: str) -> None:
    one, other = compare_names(left, right, kind=kind), compare_names(right, left, kind=kind)
    assert one == other
    assert 0.0 <= one.score <= 1.0
    assert not math.isnan(one.score)
    assert one.reason.endswith(".")


@settings(deadline=None, max_examples=80)
@given(NAMES, KINDS)
def test_a_name_is_itself(name: str, kind: str) -> None:
    same = compare_names(name, name, kind=kind)
    assert same.score == 1.0
    assert same.verdict is Verdict.AGREE


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown kind 'animal'"):
        compare_names("a", "b", kind="animal")


def test_very_long_names_cost_no_more() -> None:
    long = "Anna " * 100_000
    assert compare_names(long, long + "x", kind="person").score <= 1.0


def test_comparing_names_loads_neither_spacy_nor_scipy() -> None:
    code = (
        "import sys; from factdiff import compare_names; "
        "compare_names('Bill Hakim', 'William Hakim', kind='person'); "
        "print(sorted({'spacy', 'scipy', 'numpy', 'thinc'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
