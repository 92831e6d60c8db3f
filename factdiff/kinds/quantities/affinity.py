"""Whether two sources tell of one event at all: names, words and uncommon figures they share.

Two articles on one event share persons and bodies, a good part of the words around their figures
and some odd number; two disasters of one weekend share ``killed`` and ``injured``, which is
nothing. Measured on pairs of articles: accounts of one event come out above 0.7, of two below 0.5.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from factdiff.alignment import Alignment
from factdiff.kinds.quantities.amounts import plain
from factdiff.kinds.quantities.concepts import concept, state_words
from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Claim, Kind

TWO_EVENTS = 0.4  # below this the sources speak of two events
ONE_EVENT = 0.6  # from here on the sources speak of one event
CLOSE = 0.8  # and from here on figures that have only each other are taken to be one
SURE = 1.0  # and from here on of hardly anything else
PARTY = 0.25  # a person or body in both
PLACE = 0.15  # a place or people in both: half the world's news names the United States
FIGURE = 0.12  # an uncommon figure in both
MOST_FIGURES = 5
FIGURES = 3  # uncommon figures in both that make up for no name in common
FORMULA = 0.3  # most that words alone can tell where both name somebody, and never the same
FEWEST = 8  # words in common mean little where one source has fewer than this
COMMON = 12  # a figure up to this is in every article


class Affinity:
    """How surely two sources tell of one event, worked out once for each pair of sources."""

    def __init__(self, claims: Iterable[Claim], alignment: Alignment) -> None:
        self._words: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for (source, _), entity in alignment.keys.items():
            self._names[source].add(entity)
        claims = list(claims)
        for claim in claims:
            self._words[claim.source].update(map(concept, claim.context.lemmas))
            names = (alignment.key(claim.source, name) for name in claim.context.names)
            self._names[claim.source].update(names)
            figure = _uncommon(claim)
            if figure:
                self._figures[claim.source].add((claim.kind, figure))
        self._told = {claim.source for claim in claims if not claim.context.headline}
        self._known: dict[tuple[str, str], float] = {}

    def between(self, left: str, right: str) -> float:
        """From 0 (nothing shared) upwards; ``ONE_EVENT`` and ``SURE`` are its marks. Symmetric."""
        key = (left, right) if left <= right else (right, left)
        if key not in self._known:
            self._known[key] = self._measured(*key)
        return self._known[key]

    def _measured(self, left: str, right: str) -> float:
        names = self._names[left] & self._names[right]
        figures = self._figures[left] & self._figures[right]
        ours, theirs = (self._words[source] - state_words() for source in (left, right))
        words = len(ours & theirs) / max(FEWEST, min(len(ours), len(theirs)))
        shared = sum(map(_weight, names)) + FIGURE * min(MOST_FIGURES, len(figures)) + words
        if len({left, right} & self._told) == 1:
            return max(SURE, shared)  # a headline by itself is that of the story under it
        strangers = bool(self._names[left] and self._names[right]) and not names
        if strangers and len(figures) < FIGURES:
            shared = min(shared, FORMULA)  # `shares of X fell 3 percent` is said of any company
        return round(shared, 3)


def _weight(entity: str) -> float:
    return PLACE if entity.startswith((f"{Kind.PLACE}:", f"{Kind.GROUP}:")) else PARTY


def _uncommon(claim: Claim) -> str:
    """The bare number of a claim with its unit, empty where every article may have it."""
    quantity = claim.value
    if not isinstance(quantity, Quantity) or quantity.ordinal or quantity.amount.low is None:
        return ""
    low = quantity.amount.low
    common = abs(low) <= COMMON and low == low.to_integral_value()
    return "" if common else f"{plain(low.normalize())} {quantity.unit}"
