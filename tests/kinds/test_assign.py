"""One assignment over all things at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from factdiff.kinds.assign import assign


def table(scores):
    return lambda i, j: scores.get((i, j), scores.get((j, i), 0.0))


def test_the_best_sum_wins_over_the_best_first_pair():
    # greedy would take 0-2 (0.9) and leave 1 and 3 alone
    scores = table({(0, 2): 0.9, (0, 3): 0.85, (1, 2): 0.85})
    assert [g for g, _ in assign("AABB", scores, 0.5)] == [(0, 3), (1, 2)]


def test_pairs_below_the_floor_stay_apart():
    assert assign("AB", table({(0, 1): 0.49}), 0.5) == [((0,), 1.0), ((1,), 1.0)]


def test_a_pair_below_the_floor_never_displaces_a_good_one():
    scores = table({(0, 2): 0.6, (0, 3): 0.45, (1, 2): 0.45})
    assert [g for g, _ in assign("AABB", scores, 0.5)] == [(0, 2), (1,), (3,)]


def test_three_sources_make_one_group_and_its_weakest_link_counts():
    scores = table({(0, 1): 0.9, (1, 2): 0.7, (0, 2): 0.8})
    assert assign("ABC", scores, 0.5) == [((0, 1, 2), 0.8)]


def test_a_chain_never_joins_two_things_of_one_source():
    # A0 = B1 and B1 = C3 and C3 = A2 would say A0 = A2
    scores = table({(0, 1): 0.9, (1, 3): 0.8, (2, 3): 0.7})
    assert [g for g, _ in assign("ABAC", scores, 0.5)] == [(0, 1, 3), (2,)]


@given(
    st.lists(st.sampled_from("ABC"), max_size=9).flatmap(
        lambda owners: st.tuples(
            st.just(owners),
            st.lists(st.floats(0, 1), min_size=len(owners) ** 2, max_size=len(owners) ** 2),
        )
    )
)
@settings(max_examples=60, deadline=None)
def test_everything_is_in_one_group_with_at_most_one_of_each_source(drawn):
    owners, flat = drawn
    n = len(owners)

    def score(i, j):
        return flat[min(i, j) * n + max(i, j)]

    groups = [members for members, _ in assign(owners, score, 0.5)]
    assert sorted(i for members in groups for i in members) == list(range(n))
    for members in groups:
        assert len({owners[i] for i in members}) == len(members)


def test_in_a_crowd_things_called_alike_meet_without_weighing_each_against_each():
    asked = []

    def score(i, j):
        asked.append((i, j))
        return 1.0 if i % 500 == j % 500 else 0.9

    found = assign("A" * 500 + "B" * 500, score, 0.5, [n % 500 for n in range(1000)])
    assert [g for g, _ in found] == [(n, n + 500) for n in range(500)]
    assert len(asked) == 500


def test_in_a_crowd_what_is_called_otherwise_is_still_weighed():
    owners, keys = "A" * 150 + "B" * 150, [*range(150), *range(148), "one", "other"]
    scores = table({(n, n + 150): 0.8 for n in range(150)})
    assert [g for g, _ in assign(owners, scores, 0.5, keys)] == [(n, n + 150) for n in range(150)]


def test_called_alike_is_not_enough_below_the_floor():
    owners, keys = "A" * 150 + "B" * 150, [n % 150 for n in range(300)]
    assert len(assign(owners, table({}), 0.5, keys)) == 300
