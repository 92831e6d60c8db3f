"""The invariants of the domain."""

from __future__ import annotations

import pytest

from factdiff.alignment import Alignment
from factdiff.model import Group, Kind, Span, Verdict
from tests.building import claim


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_a_span_is_never_empty_or_negative(start, end):
    with pytest.raises(ValueError, match="start < end"):
        Span(start, end)


def test_spans_that_only_touch_do_not_overlap():
    assert not Span(0, 3).overlaps(Span(3, 5))
    assert Span(0, 4).overlaps(Span(3, 5))


def test_verdicts_are_ranked_worst_first():
    assert [str(v) for v in sorted(Verdict, key=lambda v: v.rank)] == [
        "conflict",
        "variant",
        "compatible",
        "agree",
        "single",
    ]


def test_a_group_needs_a_claim():
    with pytest.raises(ValueError, match="at least one claim"):
        Group(Kind.COUNT, ())


def test_alignment_knows_every_form_of_an_entity_in_its_own_source_only():
    group = Group(
        Kind.PERSON,
        (
            claim("A", "Zhu", kind=Kind.PERSON),
            claim("B", "Zhu Hailu", kind=Kind.PERSON),
        ),
    )
    alignment = Alignment.of([group])
    assert alignment.key("A", "ZHU") == alignment.key("B", "Zhu Hailu")
    assert alignment.key("C", "Zhu") == "zhu"
