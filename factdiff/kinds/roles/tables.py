"""The words of roles, read from the tables of this room."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.lexicon import countries, demonyms


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that names a role; ``slot`` is empty where a person can hold several at a time.

    Forms of one ``family`` can name the same office; ``kin`` is the wider trade.
    """

    form: str
    family: str
    kin: str
    role_class: str
    slot: str


@dataclass(frozen=True, slots=True)
class Giving:
    """A verb that gives a person a role."""

    lemma: str
    verb_class: str
    tense: str
    noun: str


@cache
def heads() -> dict[str, Head]:
    """Role nouns by form, in lower case; some are several words."""
    return {
        row["form"]: Head(
            row["form"],
            row["family"],
            row["kin"],
            row["class"],
            row["slot"].replace("-", ""),
        )
        for row in rows("heads.tsv")
    }


@cache
def longest_head() -> int:
    """How many words the longest role noun has."""
    return max(form.count(" ") for form in heads()) + 1


@cache
def modifiers(modifier_class: str) -> dict[str, str]:
    """The modifiers of one class (see ``modifiers.tsv``) with what they stand for."""
    found = (row for row in rows("modifiers.tsv") if row["class"] == modifier_class)
    return {row["form"]: row["means"] for row in found}


@cache
def giving_verbs() -> dict[str, Giving]:
    """The verbs of ``verbs.tsv`` by form."""
    return {
        form: Giving(row["lemma"], row["class"], row["tense"], row["means"])
        for row in rows("verbs.tsv")
        for form in row["forms"].split()
    }


@cache
def party_words(word_class: str) -> dict[str, str]:
    """Parties or states by their abbreviation."""
    return {row["form"]: row["means"] for row in rows("parties.tsv") if row["class"] == word_class}


@cache
def rivals() -> frozenset[frozenset[str]]:
    """Pairs of families that nobody holds at a time though they share no slot."""
    return frozenset(frozenset((row["one"], row["other"])) for row in rows("rivals.tsv"))


@cache
def posts_of_one_body() -> tuple[frozenset[str], ...]:
    """Families of posts of which one person has one in the same body."""
    return tuple(frozenset(row["families"].split(";")) for row in rows("one_body.tsv"))


@cache
def nations() -> dict[str, str]:
    """Words for a country or where a person is from, in lower case, by the country."""
    found = {row.form.lower(): row.of for row in demonyms() if row.kind == "nation"}
    known = {place.country for place in countries() if place.kind != "continent"}
    united = modifiers("kingdom")  # English, Scottish and British are no contradiction
    return {form: united.get(form, place) for form, place in found.items() if place in known}


@cache
def closers() -> frozenset[str]:
    """Marks that end an apposition."""
    return frozenset(row["form"] for row in rows("closers.tsv"))


@cache
def no_heads() -> frozenset[str]:
    """Nouns that look like an occupation and are none."""
    return frozenset(row["form"] for row in rows("no_heads.tsv"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table by column; comment lines are left out."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
