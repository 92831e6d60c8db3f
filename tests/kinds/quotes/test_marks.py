"""What stands in quotation marks, whatever became of the marks."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.quotes.marks import quoted_stretches
from factdiff.kinds.quotes.singles import single_stretches
from factdiff.kinds.quotes.speech import is_speech
from tests.kinds.speech_docs import rows
from tests.work import calls_of

MARKED = st.text(alphabet=st.sampled_from("ab \n.,\"'“”‘’«»`19"), max_size=80)


@pytest.mark.parametrize(("text", "expected"), rows("quotes", "marks"))
def test_stretches(text, expected):
    double = quoted_stretches(text)
    single = single_stretches(text, double)
    inner = [d for d in double if not any(s.outer.contains(d.outer) for s in single)]
    found = [text[q.span.start : q.span.end] for q in [*inner, *single]]
    assert found == ([] if expected == "-" else expected.split(" | "))


@pytest.mark.parametrize(("before", "words", "expected"), rows("quotes", "speech"))
def test_speech_is_told_from_titles_and_terms(before, words, expected):
    assert is_speech(words, before) is (expected == "yes")


@settings(deadline=None, max_examples=200)
@given(st.one_of(st.text(max_size=80), MARKED))
def test_any_text_gives_ordered_stretches_that_do_not_overlap(text):
    double = quoted_stretches(text)
    for stretches in (double, single_stretches(text, double)):
        ends = [0, *(q.outer.end for q in stretches)]
        for before, quoted in zip(ends, stretches, strict=False):
            assert before <= quoted.outer.start <= quoted.span.start
            assert quoted.span.end <= quoted.outer.end <= len(text)
            inside = text[quoted.span.start : quoted.span.end]
            assert inside == inside.strip()


@settings(deadline=None, max_examples=100)
@given(st.lists(MARKED.filter(lambda t: "\n" not in t), min_size=1, max_size=4))
def test_a_bad_mark_costs_its_own_paragraph_only(mangled):
    good = "“We will all stay here tonight,” she said."
    text = "\n\n".join([*mangled, "Nobody spoke.", "Nobody left.", good])
    found = [text[q.span.start : q.span.end] for q in quoted_stretches(text)]
    assert "We will all stay here tonight," in found


@pytest.mark.parametrize("unit", ['"a b c d" ', '"', "“", "'a b' ", "s' ", '"a\n', '"\n\n'])
def test_time_grows_with_length_only(unit):
    def cost(times: int) -> int:
        text = unit * times
        return calls_of(lambda: single_stretches(text, quoted_stretches(text)))

    cost(200)
    assert cost(4000) < 6 * cost(1000) + 1000
