"""A misspelt name that only its surroundings give away, and words that must stay what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factdiff.kinds.names.sought import with_sought
from factdiff.kinds.names.value import Name
from factdiff.model import Claim, Kind, Source, Span

TEXT = "It rained at noon. A Harwick poll of 900 people gave no answer. The talks went on."


def named(text: str, source: str, name: str, kind: Kind = Kind.ORGANIZATION) -> Claim:
    start = text.index(name)
    return Claim(
        kind=kind,
        text=name,
        start=start,
        end=start + len(name),
        line=1,
        column=start + 1,
        sentence=Span(max(0, start - 2), start + len(name) + 5),
        value=Name(full=name, said=name),
        id=f"{source}1",
        source=source,
    )


def sources(*texts: str) -> list[Source]:
    return [
        replace(Source.from_text(text), id=letter)
        for letter, text in zip("ABCDEFGH", texts, strict=False)
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_a_slip_in_the_same_surroundings_is_the_name(turned: bool) -> None:
    copy = TEXT.replace("Harwick", "Hrawick")
    claims = [named(TEXT, "A", "Harwick")]
    both = sources(TEXT, copy)
    found = with_sought(both[::-1] if turned else both, claims)
    assert [(c.source, c.text, str(c.value), c.id) for c in found if c.source == "B"] == [
        ("B", "Hrawick", "Hrawick", "B1")
    ]
    new = next(c for c in found if c.source == "B")
    assert copy[new.start : new.end] == new.text
    assert sorted(with_sought(both, found), key=str) == sorted(found, key=str)


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(TEXT, id="no slip"),
        pytest.param(TEXT.replace("Harwick", "Harwicks"), id="another ending"),
        pytest.param(TEXT.replace("Harwick", "Norwood"), id="another name"),
        pytest.param(TEXT.replace("A Harwick", "The Hrawick"), id="other surroundings before"),
        pytest.param(TEXT.replace("of 900", "of 800").replace("Harwick", "Hrawick"), id="behind"),
    ],
)
def test_nothing_else_is_sought(copy: str) -> None:
    claims = (named(TEXT, "A", "Harwick"),)
    assert with_sought(sources(TEXT, copy), claims) == claims


def test_countries_are_no_slips_of_one_another() -> None:
    text = "The envoy to Iran for trade spoke."
    claims = (named(text, "A", "Iran", Kind.PLACE),)
    assert with_sought(sources(text, text.replace("Iran", "Iraq")), claims) == claims


def test_the_known_name_gives_its_kind_to_the_slip() -> None:
    text = "The envoy to Denmark for trade spoke."
    copy = text.replace("Denmark", "Demnark")
    claims = [named(text, "A", "Denmark", Kind.PLACE), named(copy, "B", "Demnark", Kind.PERSON)]
    found = with_sought(sources(text, copy), claims)
    assert [(c.id, c.kind, c.text) for c in found] == [
        ("A1", Kind.PLACE, "Denmark"),
        ("B1", Kind.PLACE, "Demnark"),
    ]


def test_the_same_word_a_thousand_times_is_no_load() -> None:
    text = "Harwick " * 20_000
    copy = "Hrawick " * 20_000
    claims = (named(text, "A", "Harwick"),)
    assert len(with_sought(sources(text, copy), claims)) <= 2
