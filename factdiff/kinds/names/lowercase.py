"""Bodies whose last words are not capitalised: `Indian navy`, `House energy committee`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.geography import country_of, origin_of
from factdiff.kinds.names.mentions import Mention, name_text, plain
from factdiff.kinds.names.tables import word_list
from factdiff.model import Kind

LONGEST = 7  # words of a committee's name behind its chamber


def lower_body(doc: Doc, mention: Mention) -> Mention | None:
    """The mention with the lower-case words behind it that make a body of it, or None."""
    if mention.end >= len(doc) or mention.kind is Kind.PERSON:
        return None
    behind = doc[mention.end].text
    if mention.kind is Kind.GROUP or all_origin(doc, mention):
        wanted = behind in word_list("force")
    else:
        wanted = mention.kind is Kind.ORGANIZATION and behind in word_list("gang")
    if wanted:
        return _grown(doc, mention, mention.end + 1)
    for end in (*_office(doc, mention), *_committee(doc, mention)):
        return _grown(doc, mention, end)
    return None


def all_origin(doc: Doc, mention: Mention) -> bool:
    """Whether every word, or the name as a whole, tells of a country: `Indian`, `US`."""
    return all(origin_of(plain(t.text)) is not None for t in doc[mention.start : mention.end]) or (
        origin_of(plain(mention.name)) is not None
    )


def _grown(doc: Doc, mention: Mention, end: int) -> Mention:
    name = name_text(doc, mention.start, end)
    return replace(mention, end=end, kind=Kind.ORGANIZATION, name=name)


def _office(doc: Doc, mention: Mention) -> Iterator[int]:
    """`the Pervomaisky district court`, `the US state department`.

    The tagger may have taken half of it: `Trenton federal` of the `Trenton federal court`.
    """
    half = mention.end - mention.start > 1 and doc[mention.end - 1].text in word_list("half_body")
    start = mention.end - 1 if half else mention.end
    country = all_origin(doc, mention) or country_of(mention.name) is not None
    if country or (not half and mention.kind is not Kind.PLACE):
        known = _phrases("state_body") if country else frozenset[str]()
    else:
        known = _phrases("lower_body")
    for size in (3, 2):
        run = doc[start : start + size]
        if len(run) == size and fold(run.text).replace(" ", "") in known:
            yield start + size


def _committee(doc: Doc, mention: Mention) -> Iterator[int]:
    """`House energy and commerce committee`, as British papers write it."""
    first = mention.start + 1
    if doc[mention.start].text not in ("House", "Senate", "Commons", "Lords"):
        return
    for at in range(first, min(len(doc), first + LONGEST)):
        word = doc[at].text
        if word in ("committee", "subcommittee") and first < at >= mention.end:
            yield at + 1
        if not word.islower() or doc[at].tag_.startswith("VB"):
            return


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(phrase.replace(" ", "") for phrase in word_list(name) if " " in phrase)
