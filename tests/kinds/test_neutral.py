"""Labels that do not tell in which order the sources were given."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.neutral import Neutral
from factdiff.model import Group, Kind
from tests.building import claim, source


def comparison(*order):
    texts = {"x": "Two men left.", "y": "Three men left.", "z": "Nobody left."}
    pairs = zip("ABC", order, strict=False)
    sources = [replace(source(letter, texts[name]), name=name) for letter, name in pairs]
    claims = [
        claim(s.id, text, start=at) for s in sources for at, text in ((0, s.text[:3]), (4, "men"))
    ]
    return sources, claims


def test_labels_follow_what_is_said_and_not_the_order():
    one = Neutral.of(*comparison("x", "y", "z"))
    two = Neutral.of(*comparison("z", "x", "y"))
    assert len(set(one.labels.values())) == 3
    seen = [[(c.source, c.id, c.text) for c in neutral.claims] for neutral in (one, two)]
    assert seen[0] == seen[1]


def test_groups_go_back_under_the_ids_given_and_in_their_order():
    sources, claims = comparison("z", "x", "y")
    neutral = Neutral.of(sources, claims)
    (group,) = neutral.restored([Group(Kind.COUNT, neutral.claims)])
    assert group.claims == tuple(claims)


def test_dates_of_publication_go_by_label():
    sources, claims = comparison("x", "y")
    neutral = Neutral.of(sources, claims)
    labelled = neutral.labelled({"A": "2020", "B": None})
    assert labelled == {neutral.labels["A"]: "2020", neutral.labels["B"]: None}


def test_sources_that_say_the_same_stay_apart():
    sources, claims = comparison("x", "x")
    neutral = Neutral.of(sources, claims)
    assert len({c.source for c in neutral.claims}) == 2
    assert len({c.id for c in neutral.claims}) == len(claims)
