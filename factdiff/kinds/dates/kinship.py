"""Whether two sources can be about one story: told by the names they share."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from factdiff.alignment import Alignment

FEW = 4  # names from which a source is known well enough to be called a stranger
SHARED = 0.22  # share of the shorter list of names; reports of one event have twice that and more

Entities = dict[str, frozenset[str]]


def entities_of(alignment: Alignment, sources: Iterable[str]) -> Entities:
    """The entities that each source names."""
    named: dict[str, set[str]] = {source: set() for source in sources}
    for (source, _), entity in alignment.keys.items():
        if source in named:
            named[source].add(entity)
    return {source: frozenset(entities) for source, entities in named.items()}


def strangers(left: Collection[str], right: Collection[str]) -> bool:
    """Whether two sets of entities are of different stories; never said of short lists.

    ``the White House`` and ``Washington`` may be in both and tell nothing. Dates of such articles
    are dates of two events, unless their sentences are one.
    """
    fewer = min(len(left), len(right))
    return fewer >= FEW and len(set(left) & set(right)) < SHARED * fewer
