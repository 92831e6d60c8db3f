"""Persons named together by one family name: `the brothers Emre and Tolga Yildiz`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc

from factdiff.kinds.names.mentions import Mention
from factdiff.kinds.names.tables import word_list
from factdiff.model import Kind


def with_kin(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, those behind a noun for kin as persons, each with the family name they share.

    Only a lone given name right before ``and`` and a full name takes the family name from it.
    """
    kept = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        joined = other.start == one.end + 1 and doc[one.end].lower_ in ("and", "&")
        names = one.end - one.start == 1 and 1 < other.end - other.start <= 3
        if joined and names and _of_kin(doc, one.start):
            family = doc[other.end - 1].text
            kept[at] = replace(kept[at], kind=Kind.PERSON, name=f"{one.name} {family}")
            kept[at + 1] = replace(kept[at + 1], kind=Kind.PERSON)
    return kept


def _of_kin(doc: Doc, start: int) -> bool:
    """Whether a noun for kin stands before the first name with nothing but a comma between."""
    for token in reversed(doc[max(0, start - 2) : start]):
        if token.lower_ in word_list("kin_plural"):
            return True
        if token.text != ",":
            return False
    return False
