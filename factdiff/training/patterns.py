"""Names of organizations, places, laws and events made up from `patterns.tsv`."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from pathlib import Path

from factdiff.lexicon import demonyms
from factdiff.training.names import NameStock
from factdiff.training.places import places

_SLOT = re.compile(r"\{(\w+)\}")


class Patterns:
    """Draws a name of a kind as tokens."""

    def __init__(self, stocks: list[NameStock], rng: random.Random) -> None:
        self._rng = rng
        self._stocks = stocks
        self._rows: dict[str, list[str]] = defaultdict(list)
        path = Path(__file__).parent / "patterns.tsv"
        with path.open(encoding="utf8", newline="") as stream:
            for row in csv.DictReader((x for x in stream if x[:1] != "#"), delimiter="\t"):
                self._rows[row["label"]].append(row["pattern"])
        self._rows["place"] = places()
        self._rows["group"] = [
            row.form
            for row in demonyms()
            if row.kind in ("nation", "people") and row.form[-1] != "s"
        ]

    def draw(self, label: str) -> list[str]:
        """A made-up name for ORG, LOC, LAW or EVENT."""
        if label == "LOC" and self._rng.random() < 0.6:
            return self._rng.choice(self._rows["place"]).split()
        return _SLOT.sub(self._filler, self._rng.choice(self._rows[label])).split()

    def _filler(self, slot: re.Match[str]) -> str:
        name = slot.group(1)
        if name in ("family", "given"):
            stock = self._rng.choice(self._stocks)
            return self._rng.choice(stock.family if name == "family" else stock.given)
        return self._rng.choice(self._rows[name])
