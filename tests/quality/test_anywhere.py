"""Errors planted in articles nobody wrote for this project; skipped where there are none."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest

from tests.quality.anywhere import Marks, articles, in_turn, right_kind, sit
from tests.quality.planted import planted
from tests.quality.spots import bounded, formed, in_running_text, swaps

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["anywhere"]
PAGE = """Home | News | Sport 12 May 2009

Two of the three men were held on Monday near the port, the mayor of the city said.
"We have never seen such a night in this town," said Ann Marwick, 45, who met 300 people in Lisbon.
"""


@pytest.mark.skipif(not articles(), reason="no annotated articles in ../shared/eval")
def test_errors_in_articles_of_others_are_found_and_nothing_else(nlp):
    marks = Marks()
    for path in articles():
        sit(path, nlp, marks, at_once=(2, 7))
    assert marks.total.total() >= 200
    assert len(marks.false) <= FLOORS["false_alarms"], "\n".join(marks.false)
    assert marks.share >= FLOORS["found"], "\n".join(marks.missed)


def test_forms_find_places_in_running_text_only():
    spots = {(spot.kind, spot.old) for spot in formed(PAGE, random.Random(1))}
    assert {("date", "Monday"), ("count", "300"), ("place", "Lisbon")} <= spots
    assert ("date", "12 May 2009") not in spots
    assert not in_running_text(PAGE, 3)


def test_what_is_planted_differs_and_is_the_same_every_time(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    turns = list(in_turn(path))
    assert turns == list(in_turn(path))
    for seed, spots in turns:
        copy, plants = planted(PAGE, spots, seed)
        assert plants
        assert copy != PAGE
        assert all(copy[p.start : p.end] not in plant.old for plant in plants for p in plant.places)


def test_a_bound_is_left_alone():
    text = "at least 10 people, 12 dogs"
    assert bounded(text, 9, 11)
    assert bounded(text, 0, 18)
    assert not bounded(text, 20, 22)


@pytest.mark.parametrize("kind", ["role", "given"])
def test_swaps_are_for_other_words(kind):
    assert all(word.lower() != other.lower() for word, other in swaps(kind).items())


def test_a_name_found_as_another_name_is_found():
    assert right_kind("place", "person")
    assert right_kind("money", "count")
    assert not right_kind("quote", "person")
