"""Agency copy in two papers is one voice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdiff.kinds.copies import with_copies
from factdiff.model import Finding, Kind, Position, Severity, Span, Verdict
from tests.building import claim, source

WIRE = "The fire broke out shortly after midnight and killed four people in the old mill."


def copied(*texts):
    sources = {i: source(i, text) for i, text in zip("ABC", texts, strict=False)}
    claims = [
        replace(claim(s.id, "four", start=s.text.index("four")), sentence=Span(0, len(s.text)))
        for s in sources.values()
    ]
    position = Position("4", tuple(sources), tuple(c.id for c in claims))
    finding = Finding(
        "f", Kind.COUNT, Verdict.AGREE, "dead", Severity.NONE, 1.0, "equal", (position,)
    )
    return with_copies([finding], claims, sources)[0].positions[0].copied


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (WIRE, (("A", "B"),)),
        (WIRE.replace("old", "ancient"), (("A", "B"),)),
        (WIRE.upper().replace("FOUR", "four"), (("A", "B"),)),
        ("In the old mill four people were killed when a fire broke out after midnight.", ()),
        ("Police said four people died in a blaze at a disused mill on the river bank.", ()),
    ],
)
def test_two_sources(other, expected):
    assert copied(WIRE, other) == expected


def test_an_independent_third_voice_is_not_counted_with_the_copies():
    own = "Police said four people died in a blaze at a disused mill on the river bank."
    assert copied(WIRE, own, WIRE) == (("A", "C"),)


def test_short_sentences_are_alike_by_chance():
    assert copied("It killed four people.", "It killed four people.") == ()
