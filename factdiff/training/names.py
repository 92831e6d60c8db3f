"""Names of many cultures, to put in the place of names in the training texts.

Given and family names come from the word lists of Faker (MIT); Chinese, Korean and Vietnamese
names, which Faker has in other scripts, are put together from `syllables.tsv`.
"""

from __future__ import annotations

import csv
import importlib
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_ATTRIBUTES = {"given": "first", "family": "last"}
_LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f'\u2019-]+")


@dataclass(frozen=True, slots=True)
class NameStock:
    """Given and family names of one origin; `family_first` as in Chinese."""

    origin: str
    given: tuple[str, ...]
    family: tuple[str, ...]
    family_first: bool = False

    def full(self, rng: random.Random) -> list[str]:
        """A full name as tokens, in the order of its origin."""
        given, family = rng.choice(self.given), rng.choice(self.family)
        return [family, given] if self.family_first else [given, family]


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, tuple, dict)):  # dicts keep name -> weight
        for item in value:
            yield from _strings(item)


def _faker_stock(locale: str) -> NameStock | None:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    found: dict[str, set[str]] = {"given": set(), "family": set()}
    for attribute in dir(provider):
        kind = "given" if "first_name" in attribute else "family"
        if f"{_ATTRIBUTES[kind]}_name" in attribute and not callable(getattr(provider, attribute)):
            names = (name.strip() for name in _strings(getattr(provider, attribute)))
            found[kind].update(name for name in names if _LATIN.fullmatch(name))
    if len(found["given"]) < 20 or len(found["family"]) < 20:
        return None
    return NameStock(locale, tuple(sorted(found["given"])), tuple(sorted(found["family"])))


def _syllable_stocks(path: Path) -> Iterable[NameStock]:
    with path.open(encoding="utf8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t"):
            first, second = row["first"].split(), row["second"].split()
            joint = "-" if row["joint"] == "hyphen" else ""
            whole = row["joint"] == "word"
            given = [one.capitalize() for one in first]
            if whole:
                given += [one.capitalize() for one in second]
            else:
                after = str.lower if joint == "" or row["origin"] == "korean" else str.capitalize
                given += [a.capitalize() + joint + after(b) for a in first for b in second]
            yield NameStock(
                row["origin"], tuple(given), tuple(row["family"].split()), row["order"] == "family"
            )


def locales(provider: str) -> list[tuple[str, str]]:
    """The lists of a Faker provider that are used, as (attribute, locale), in file order."""
    path = Path(__file__).parent / "locales.tsv"
    with path.open(encoding="utf8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        rows = list(csv.DictReader(lines, delimiter="\t"))
    return [(row["list"], row["locale"]) for row in rows if row["provider"] == provider]


def stocks() -> list[NameStock]:
    """All stocks, in a fixed order."""
    found = [stock for _, locale in locales("person") if (stock := _faker_stock(locale))]
    return found + list(_syllable_stocks(Path(__file__).parent / "syllables.tsv"))
