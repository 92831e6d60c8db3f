"""Words that several rooms share: countries, demonyms, titles and the small parts of names.

Each list is a tab-separated file beside this module, with its source and licence in comments and
an example in each row. Read it here and nowhere else:

- `countries()`: `name`, `country` (the usual name of the same place), `code` (ISO 3166, `-` where
  there is none), `kind` (`name`, `abbreviation`, `region`, `continent`, `former`), `ambiguous`.
- `demonyms()`: `form`, `of` (country, region, city, people, faith or movement), `kind` (`nation`,
  `region`, `city`, `people`, `religion`, `politics`), `ambiguous`.
- `titles()`: `form` (one or several words), `kind` (`honorific`, `academic`, `rank`, `police`,
  `office`, `royal`, `religious`, `qualifier`), `ambiguous` (also a given name: *Dean*).
- `name_parts()`: `form`, `kind` (`particle`, `suffix`, `storm`).

Forms are written as in running text; nothing is lower-cased. `ambiguous` means that the form alone
does not decide: *Jordan* may be a man, *Pole* a surname.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Country:
    """One name of a country, region or continent."""

    name: str
    country: str
    code: str
    kind: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Demonym:
    """One adjective or noun for the people of a place, a faith or a movement."""

    form: str
    of: str
    kind: str
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Word:
    """One title or name part with its class."""

    form: str
    kind: str
    ambiguous: bool = False


@cache
def countries() -> tuple[Country, ...]:
    """All names in file order: for each country first the usual name, then the others."""
    return tuple(
        Country(row["name"], row["country"], row["code"], row["class"], row["ambiguous"] == "yes")
        for row in read_rows("countries.tsv")
    )


@cache
def demonyms() -> tuple[Demonym, ...]:
    """All forms in file order."""
    return tuple(
        Demonym(row["form"], row["of"], row["class"], row["ambiguous"] == "yes")
        for row in read_rows("demonyms.tsv")
    )


@cache
def titles() -> tuple[Word, ...]:
    """All titles in file order."""
    return tuple(
        Word(row["form"], row["class"], row["ambiguous"] == "yes")
        for row in read_rows("titles.tsv")
    )


@cache
def name_parts() -> tuple[Word, ...]:
    """All particles and suffixes in file order."""
    return tuple(Word(row["form"], row["class"]) for row in read_rows("name_parts.tsv"))


def read_rows(name: str) -> list[dict[str, str]]:
    """The rows of one list as dictionaries by column; comment lines are left out."""
    text = (files(__package__) / name).read_text(encoding="utf8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
