"""Every row of the table of sentences, and the forms against their own examples."""

from __future__ import annotations

import pytest

from factdiff.kinds.dates.patterns import expressions, forms
from tests.kinds.dates.conftest import table
from tests.work import calls_of


@pytest.mark.parametrize(("published", "sentence", "expected"), table("values"))
def test_dates_of_a_sentence(dates_in, published, sentence, expected):
    claims = dates_in(sentence, None if published == "-" else published)
    found = [f"{claim.text} => {claim.value}" for claim in claims]
    assert found == ([] if expected == "-" else expected.split(" | "))


@pytest.mark.parametrize("form", forms(), ids=lambda form: f"{form.name}-{form.found}")
def test_each_form_finds_its_example(form):
    found = expressions(form.example, lambda guard, expression: True)
    assert form.found in [form.example[e.start : e.end] for e in found]


@pytest.mark.parametrize("form", forms(), ids=lambda form: f"{form.name}-{form.negative}")
def test_each_form_leaves_its_counter_example(form):
    found = expressions(form.negative, lambda guard, expression: True)
    assert form.name not in [e.form for e in found]


@pytest.mark.parametrize(
    "word", ["Thursday ", "July 9, ", "the last ", "2012 ", "at 1 ", "a", "\n"]
)
def test_time_grows_with_length_only(word):
    def cost(times: int) -> int:
        return calls_of(lambda: expressions(word * times, lambda guard, expression: True))

    assert cost(4_000) < 6 * cost(1_000) + 1000


def test_dates_in_skipped_stretches_do_not_date_events(dates_in):
    (time_alone,) = dates_in("It struck at 8 p.m.")
    assert str(time_alone.value) == "20:00"
