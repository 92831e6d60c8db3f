"""The exam of planted errors, and of paraphrases without any."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

import pytest
from spacy.language import Language

from factdiff.model import Kind, Verdict
from tests.quality.planted import (
    Examiner,
    Spot,
    article,
    changed,
    misspelt,
    names,
    paraphrase,
    planted,
    selections,
    shown,
    thirds,
)

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))[
    "planted"
]


@pytest.fixture(scope="module")
def examiners(nlp: Language) -> dict[str, Examiner]:
    return {name: Examiner(article(name)[0], nlp) for name in names()}


def test_planted_errors_are_found_and_nothing_else(examiners):
    total, missed, false = 0, [], []
    for name in names():
        text, _ = article(name)
        for seed, spots in selections(name):
            copy, plants = planted(text, spots, seed)
            exam = examiners[name].examine(copy, plants)
            total += len(plants)
            missed += [(seed, plant.kind, plant.old, plant.new) for plant in exam.missed]
            false += [(seed, alarm) for alarm in exam.false]
    assert total >= 200
    assert len(false) <= FLOORS["false_alarms"], false
    assert 1 - len(missed) / total >= FLOORS["found"], missed


def test_errors_in_a_story_retold_are_found_and_nothing_else(examiners):
    total, missed, false = 0, [], []
    for name in names():
        for seed, spots in thirds(name):
            copy, plants = planted(paraphrase(name), spots, seed)
            exam = examiners[name].examine(copy, plants)
            total += len(plants)
            missed += [(seed, plant.kind, plant.old, plant.new) for plant in exam.missed]
            false += [(seed, alarm) for alarm in exam.false]
    assert total >= 200
    assert len(false) <= FLOORS["false_alarms"], false
    assert 1 - len(missed) / total >= FLOORS["found_in_paraphrases"], missed


@pytest.mark.parametrize("name", names())
def test_a_paraphrase_gives_no_conflict(examiners, name):
    report = examiners[name].report(paraphrase(name))
    conflicts = [shown(f) for f in report.findings if f.verdict is Verdict.CONFLICT]
    assert len(conflicts) <= FLOORS["conflicts_in_paraphrases"], conflicts


@pytest.mark.parametrize("name", names())
def test_an_article_is_long_and_rich_enough_for_the_exam(name):
    text, spots = article(name)
    assert 250 <= len(text.split()) <= 450
    assert "{" not in text
    assert {spot.kind for spot in spots} >= {"person", "date", "count", "law", "quote", "role"}
    assert {spot.kind for spot in spots} <= set(Kind)
    assert all(text[spot.start : spot.end] == spot.old for spot in spots)


def test_the_floors_are_not_below_what_was_reached():
    assert FLOORS["found"] >= 0.96
    assert FLOORS["found_in_paraphrases"] >= 0.64
    assert FLOORS["false_alarms"] == FLOORS["conflicts_in_paraphrases"] == 0


SPOTS = [spot for name in names() for spot in article(name)[1]]


@pytest.mark.parametrize("spot", SPOTS, ids=lambda spot: f"{spot.kind}-{spot.old}")
def test_every_rule_changes_its_words(spot):
    for seed in range(5):
        assert changed(spot, random.Random(seed)) != spot.old


def test_planting_is_the_same_every_time():
    for name in names():
        text, _ = article(name)
        for seed, spots in selections(name):
            assert planted(text, spots, seed) == planted(text, spots, seed)


def test_a_name_is_changed_everywhere_and_other_things_once():
    text = "Ann Marwick fined 3 of 3 men, Marwick said."
    copy, plants = planted(text, [Spot("person", 0, 11, "Ann Marwick", None)], "seed")
    assert "Marwick" not in copy
    assert len(plants[0].places) == 2
    copy, plants = planted(text, [Spot("count", 18, 19, "3", "4")], "seed")
    assert copy == "Ann Marwick fined 4 of 3 men, Marwick said."


def test_misspelling_keeps_the_first_letter():
    assert all(misspelt("Verhagen", random.Random(n))[0] == "V" for n in range(20))
