"""Acronyms that no mention touches, of bodies that the article names in full: `the SFO`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.kinds.names.fold import words
from factdiff.kinds.names.mentions import Mention
from factdiff.kinds.names.tables import word_list
from factdiff.model import Kind

SHORTEST = 3  # letters: two are too often something else
LONGEST = 6


def spelled_by_initials(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """A mention for each free word in capitals that is made of the initials of a body."""
    initials = {_initials(m.name) for m in found if m.kind is Kind.ORGANIZATION}
    initials = {letters for letters in initials if SHORTEST <= len(letters) <= LONGEST}
    if not initials:
        return []
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    return [
        Mention(token.i, token.i + 1, Kind.ORGANIZATION, token.text)
        for token in doc
        if token.text in initials and token.i not in taken and not _shouted(doc, token.i)
    ]


def _initials(name: str) -> str:
    small = word_list("stop")
    return "".join(word[0] for word in words(name) if word not in small).upper()


def _shouted(doc: Doc, at: int) -> bool:
    """Whether a word beside it is in capitals too: a headline, or part of another name."""
    beside = [doc[i].text for i in (at - 1, at + 1) if 0 <= i < len(doc)]
    return any(word.isupper() and len(word) > 1 for word in beside)
