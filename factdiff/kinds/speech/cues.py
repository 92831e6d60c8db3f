"""The words by which an article introduces what somebody says, read from their tables."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from factdiff.lexicon import titles


@cache
def cue_classes() -> dict[str, str]:
    """For each form of a cue verb its class; ``cues.tsv`` says what the classes mean."""
    return {form: row["class"] for row in rows("cues.tsv") for form in row["forms"].split()}


@cache
def forms(word_class: str) -> frozenset[str]:
    """The words of one class of ``words.tsv``, in lower case."""
    return frozenset(row["form"] for row in rows("words.tsv") if row["class"] == word_class)


@cache
def body_families() -> dict[str, str]:
    """Nouns that stand for a body named before, each with its family (see ``bodies.tsv``)."""
    return {row["form"]: row["family"] for row in rows("bodies.tsv")}


def offices_of_title(head: str) -> tuple[str, ...]:
    """What the holder of a title is called later, the title itself first: ``sen.``, ``senator``."""
    return head, *_offices().get(head, ())


@cache
def _offices() -> dict[str, tuple[str, ...]]:
    return {row["title"]: tuple(row["offices"].split()) for row in rows("offices.tsv")}


@cache
def honorifics() -> frozenset[str]:
    """``mr.``, ``sir``, ``dr.`` and the like: words before a name that tell no office."""
    found = (w.form.lower() for w in titles() if w.kind == "honorific" or w.form.startswith("Dr"))
    return frozenset(found)


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one table of this package by column; comment lines are left out."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
