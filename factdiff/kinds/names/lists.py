"""Names in a list with names: `Gabar, Tonbar and Khal` are villages if one of them is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from factdiff.kinds.names.mentions import Mention, name_text
from factdiff.kinds.names.tables import word_list
from factdiff.model import Kind

Run = tuple[int, int]
SHORTEST = 3  # members that make an enumeration: two may be a name and its description


def conjoined(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, and the unmarked members of lists whose marked members are of one kind."""
    owner = {at: mention for mention in found for at in range(mention.start, mention.end)}
    added = []
    settled: dict[int, Kind] = {}
    for members in _lists(doc):
        marked = [owner[start] for start, _ in members if start in owner]
        kinds = {mention.kind for mention in marked if not mention.unsure}
        if len(members) < SHORTEST or len(kinds) != 1:
            continue
        told = _places_announced(doc, members[0][0])
        kind = Kind.PLACE if told else kinds.pop()
        settled |= {mention.start: kind for mention in marked if mention.unsure or told}
        for start, end in members:
            if not any(at in owner for at in range(start, end)):
                added.append(Mention(start, end, kind, name_text(doc, start, end)))
    surer = [
        replace(m, kind=settled[m.start], unsure=False) if m.start in settled else m for m in found
    ]
    return sorted([*surer, *added], key=lambda m: (m.start, m.end))


def _places_announced(doc: Doc, start: int) -> bool:
    """Whether `villages`, `towns` … stand shortly before the list."""
    return any(token.lower_ in word_list("places") for token in doc[max(0, start - 8) : start])


def _lists(doc: Doc) -> Iterator[list[Run]]:
    """Runs of capitalised words that only commas and `and` stand between."""
    members: list[Run] = []
    at = 0
    while at < len(doc):
        end = at
        while end < len(doc) and end - at < 5 and _is_capital(doc, end):
            end += 1
        if end == at:
            yield members
            members = []
            at += 1
            continue
        members.append((at, end))
        at = _after_comma(doc, end)
        if at == end:
            yield members
            members = []
    yield members


def _is_capital(doc: Doc, at: int) -> bool:
    token = doc[at]
    return token.text[:1].isupper() and token.is_alpha and not token.is_sent_start


def _after_comma(doc: Doc, at: int) -> int:
    """Where the next member begins, behind `,`, `and`, `, and`; ``at`` itself if there is none."""
    if at < len(doc) and doc[at].text == ",":
        at += 1
    if at < len(doc) and doc[at].lower_ in ("and", "or"):
        at += 1
    return at
