"""One article as this room reads it: its pieces, its tokens, and what may not be a quantity."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from spacy.tokens import Doc, Token

from factdiff.kinds.claiming import claims_of
from factdiff.kinds.context import text_of
from factdiff.kinds.quantities.identifiers import is_identifier, is_labelled
from factdiff.kinds.quantities.lexemes import lexemes_of
from factdiff.kinds.quantities.tables import bounds, currencies, number_words, units
from factdiff.model import Claim, Kind

NAMES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})
NUMBER_LABELS = frozenset(
    {"CARDINAL", "ORDINAL", "QUANTITY", "MONEY", "PERCENT", "DATE", "TIME", "NORP", "LOC", "ORG"}
)
ORDER = frozenset({"first", "second", "third"})
NEAR_BY = 400  # code points from a number without a noun back to the noun it leaves out


class Article:
    """The pieces of a Doc with the tokens behind them and the pieces that are blocked.

    Blocked are pieces in dates and names that were already claimed, in named things, and in
    numbers that name rather than count (``Highway 1``, ``Section 7``, telephone numbers).
    """

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.pieces = lexemes_of(text_of(doc))
        self.starts = [piece.start for piece in self.pieces]
        self.token_starts = [token.idx for token in doc]
        self.claims = claims_of(doc)
        self.claim_starts = [claim.start for claim in self.claims]
        self.blocked = self._blocked()
        self.named = self._named()
        self.person_ends = frozenset(c.end for c in self.claims if c.kind is Kind.PERSON)
        self.date_tokens = self._date_tokens()
        self.local_money: dict[str, str] = {}
        self.counted: list[tuple[int, str, bool]] = []

    def may_start(self, at: int) -> bool:
        """A quick look: whether a number phrase can begin at this piece at all."""
        piece = self.pieces[at]
        return piece.kind == "number" or piece.lower in starters()

    def token_at(self, offset: int) -> Token | None:
        """The token that holds a code point (or the next one after white space)."""
        at = bisect_right(self.token_starts, offset) - 1
        return self.doc[at] if 0 <= at < len(self.doc) else None

    def token_after(self, offset: int) -> int:
        """Index of the first token that starts at or after a code point."""
        return bisect_left(self.token_starts, offset)

    def near_claims(self, start: int, end: int, kind: Kind) -> list[Claim]:
        """The claims of a kind that begin in a stretch."""
        first = bisect_left(self.claim_starts, start)
        last = bisect_left(self.claim_starts, end)
        return [claim for claim in self.claims[first:last] if claim.kind is kind]

    def counted_before(self, offset: int) -> tuple[str, bool]:
        """The things counted last before a code point in its paragraph, and whether it is people.

        ``passengers`` for the ``12`` of ``Of 60 passengers, 12 died``; empty if there are none.
        """
        while self.counted and self.counted[-1][0] >= offset:
            self.counted.pop()
        if not self.counted:
            return "", False
        start, words, people = self.counted[-1]
        near = offset - start <= NEAR_BY and "\n\n" not in text_of(self.doc)[start:offset]
        return (words, people) if near else ("", False)

    def piece(self, at: int) -> str:
        """The lower-case piece at a place; empty outside the text."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def _date_tokens(self) -> frozenset[int]:
        inside: set[int] = set()
        for claim in self.claims:
            if claim.kind is Kind.DATE and not self._lasts(claim):
                inside.update(range(self.token_after(claim.start), self.token_after(claim.end)))
        return frozenset(inside)

    def _blocked(self) -> frozenset[int]:
        blocked: set[int] = set()
        for claim in self.claims:
            if claim.kind is Kind.DATE and self._lasts(claim):
                continue
            if claim.kind in NAMES or claim.kind is Kind.DATE:
                blocked.update(self._pieces_in(claim.start, claim.end))
        for at, piece in enumerate(self.pieces):
            names = is_identifier if piece.kind == "number" else is_labelled
            if names(self.pieces, at):
                blocked.add(at)
        return frozenset(blocked)

    def _lasts(self, claim: Claim) -> bool:
        """``deliberated for four days after the trial``: a duration, whatever follows."""
        at = bisect_left(self.starts, claim.start)
        first = self.piece(at)
        counts = self.pieces[at].kind == "number" or first in number_words()
        return counts and self.piece(at - 1) == "for" and first not in ORDER

    def _named(self) -> frozenset[int]:
        """The pieces in named things of other kinds: a bare number there is part of a name."""
        inside: set[int] = set()
        for ent in self.doc.ents:
            if ent.label_ not in NUMBER_LABELS:
                inside.update(self._pieces_in(ent.start_char, ent.end_char))
        return frozenset(inside)

    def _pieces_in(self, start: int, end: int) -> range:
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


@cache
def starters() -> frozenset[str]:
    """The pieces a number phrase can begin with."""
    words = {*number_words(), *bounds("before"), *currencies("before")}
    plurals = {word for word, same in units().items() if any(u.dimension == "time" for u in same)}
    plurals |= {f"{word}long" for word in plurals}
    return frozenset(
        words
        | plurals
        | {"a", "an", "the", "half", "few", "tens", "couple", "pair"}
        | {"between", "minus", "negative", "-", "−", "–"}
    )
