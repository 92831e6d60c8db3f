"""Noun phrases around a verb, read from tags, names and commas rather than from the tree alone.

Appositions are what parsers of news get wrong most (``Omer Said, the head of the office in the
capital, said``), and it is between such commas that speakers stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factdiff.kinds.claiming import claims_of, source_of
from factdiff.kinds.context import NAME_KINDS
from factdiff.kinds.speech.cues import cue_classes, forms
from factdiff.model import Claim, Kind

CAPITALS = 3  # letters in capitals that make a place a dateline: `McALLEN`
DATELINE = 10  # tokens of one, its dash included
LONGEST = 30  # tokens of one phrase: more is a broken text
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"})
OWNING = frozenset({"'s", "’s", "'", "’"})
NOMINAL_TAGS = frozenset({"PRP$", "POS", "WP$", "HYPH", "AFX"})


@dataclass(frozen=True, slots=True)
class Name:
    """A named person, body or place at tokens ``start`` to ``end``."""

    start: int
    end: int
    claim: Claim

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.claim.kind is Kind.PERSON


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase at tokens ``start`` to ``end``; its head chunk ends at ``head_end``.

    ``Lt. Ann Lee of the city police`` has the head chunk ``Lt. Ann Lee``.
    """

    start: int
    end: int
    head_start: int
    head_end: int


class Names:
    """The names of a Doc by token; built once, asked in constant time."""

    def __init__(self, doc: Doc, claims: Sequence[Claim] | None = None) -> None:
        self.doc = doc
        known = claims_of(doc) if claims is None else claims
        found = list(_names(doc, known))
        self.datelines = _datelines(doc, {n.start for n in found if n.claim.kind is Kind.PLACE})
        self.all = [name for name in found if name.start not in self.datelines]
        self._owner: dict[int, Name] = {}
        for name in self.all:
            for i in range(name.start, name.end):
                if i not in self._owner or name.is_person:
                    self._owner[i] = name
        self._starts = [name.start for name in self.all]

    def at(self, token: int) -> Name | None:
        """The name that holds a token."""
        return self._owner.get(token)

    def owns(self, name: Name) -> bool:
        """Whether a name only owns what follows: ``Lee's husband``."""
        return name.end < len(self.doc) and self.doc[name.end].text in OWNING

    def between(self, start: int, end: int) -> list[Name]:
        """The names that begin at tokens ``start`` to ``end``."""
        first = bisect_right(self._starts, start - 1)
        return self.all[first : bisect_right(self._starts, end - 1)]


def _names(doc: Doc, claims: Sequence[Claim]) -> Iterator[Name]:
    starts = [token.idx for token in doc]
    dateline = source_of(doc).dateline
    for claim in claims:
        if dateline is not None and dateline.contains(claim.span):
            continue  # `NEWARK (AP) — A judge said`: the town says nothing
        if claim.kind in NAME_KINDS and starts:
            first = max(0, bisect_right(starts, claim.start) - 1)
            last = max(first, bisect_right(starts, claim.end - 1) - 1)
            yield Name(first, last + 1, claim)


def _datelines(doc: Doc, places: set[int]) -> frozenset[int]:
    """The tokens of ``McALLEN, Texas —`` and ``NEW DELHI:`` at the beginning of a line."""
    found: set[int] = set()
    for i in places:
        opens = i == 0 or "\n" in doc[i - 1].text
        if not opens or sum(letter.isupper() for letter in doc[i].text) < CAPITALS:
            continue
        for end in range(i + 1, min(i + DATELINE, len(doc))):
            token = doc[end]
            if token.text in ("—", "–", "--") or (token.text == ":" and doc[i:end].text.isupper()):
                found.update(range(i, end + 1))
            if not (token.text[:1].isupper() or token.text in (",", ".", "(", ")")):
                break
    return frozenset(found)


def is_nominal(token: Token, names: Names) -> bool:
    """Whether a token can stand inside a noun phrase, before its head or as its head."""
    if names.at(token.i) is not None:
        return True
    if token.is_space or (token.lower_ in forms("calendar") and not _is_hyphened(token)):
        return False
    if token.pos_ in NOMINAL or token.tag_ in NOMINAL_TAGS or token.text in ("'s", "’s", "-"):
        return token.lower_ not in forms("conjunction")
    if token.tag_ in ("VBN", "VBG") and token.i + 1 < len(token.doc):
        # `the elected official`, but not `said`
        after = token.nbor(1)
        return token.lower_ not in cue_classes() and after.pos_ in ("NOUN", "PROPN")
    return False


def _is_hyphened(token: Token) -> bool:
    """``year`` in ``32-year-old``."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "-"


def phrase_before(end: int, floor: int, names: Names) -> Phrase | None:
    """The noun phrase whose last token stands right before ``end``; nothing before ``floor``."""
    doc = names.doc
    floor = max(floor, end - LONGEST)
    if end - 1 > floor and doc[end - 1].text == ")":
        end = _opening_bracket(doc, end - 1, floor) or end
    start = chunk_start(end, floor, names)
    if start == end:
        return None
    phrase = Phrase(start, end, start, end)
    while start - 1 > floor and doc[start - 1].lower_ in forms("link"):
        head_end = start - 1
        if head_end - 1 > floor and doc[head_end - 1].lower_ in forms("tie"):
            head_end -= 1  # `a source close to the mayor`
        before = chunk_start(head_end, floor, names)
        if before == head_end:
            break
        phrase = Phrase(before, end, before, head_end)
        start = before
    return phrase


def chunk_start(end: int, floor: int, names: Names) -> int:
    """Where the run of nominal tokens that ends before ``end`` begins."""
    doc = names.doc
    start = end
    while start > floor and is_nominal(doc[start - 1], names):
        name = names.at(start - 1)
        start = max(floor, name.start) if name is not None else start - 1
        if doc[start].tag_ in ("DT", "PRP$") and name is None:
            break  # a determiner begins its phrase
    return start


def _opening_bracket(doc: Doc, closing: int, floor: int) -> int | None:
    for i in range(closing - 1, max(floor, closing - LONGEST) - 1, -1):
        if doc[i].text == "(":
            return i
    return None


def phrase_after(start: int, ceiling: int, names: Names) -> Phrase | None:
    """The noun phrase that begins at ``start``; only ``of`` ties further chunks to it."""
    ceiling = min(ceiling, start + LONGEST)
    end = _chunk_end(start, ceiling, names)
    if end == start:
        return None
    head_end = end
    if end + 1 < ceiling and names.doc[end].lower_ == "of" and names.doc[end + 1].tag_ == "PRP":
        return Phrase(start, end + 2, start, head_end)  # `one of them`
    while end + 1 < ceiling and _ties_on(end, names):
        further = _chunk_end(end + 1, ceiling, names)
        if further == end + 1:
            break
        end = further
    return Phrase(start, end, start, head_end)


def _ties_on(i: int, names: Names) -> bool:
    """``one woman in the crowd``, not ``the company in a statement``."""
    word = names.doc[i].lower_
    if word == "in":
        name = names.at(i + 1)
        return names.doc[i + 1].lower_ == "the" or (name is not None and not name.is_person)
    return word in ("of", "for", "with", "at", "from")


def _chunk_end(start: int, ceiling: int, names: Names) -> int:
    end = start
    while end < ceiling and is_nominal(names.doc[end], names):
        name = names.at(end)
        end = min(ceiling, name.end) if name is not None else end + 1
    return end
