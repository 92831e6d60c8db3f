"""Accepting one statement where it stands: ``<!-- factdiff: ok count "the mayor's figure" -->``.

On the line of the statement, or alone on a line above it. The kind is needed; words between kind
and reason, if any, must stand in the statement: ``ok count 15 "…"`` accepts one of two counts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factdiff.model import Claim, Finding, Kind, Suppression, Verdict
from factdiff.report.clean import clean

INLINE = "inline"
LONGEST = 1000  # characters of a comment that is looked into
_COMMENT = re.compile(r"<!--[ \t]*factdiff:")
_WORD = re.compile(r"\S")
_ORDER = re.compile(r'\s*ok\s+(?P<kind>[a-z]+)(?P<words>[^"]*?)\s*(?:"(?P<reason>[^"]*)"\s*)?')


@dataclass(frozen=True, slots=True)
class Order:
    """An order to accept a statement of one kind on one line. ``line`` is where it is written."""

    line: int
    target: int
    kind: Kind
    words: str
    reason: str

    def meets(self, claim: Claim) -> bool:
        """Whether it speaks of this claim."""
        last = claim.line + claim.text.count("\n")
        words = " ".join(self.words.split()).casefold()
        return (
            self.kind is claim.kind
            and claim.line <= self.target <= last
            and words in " ".join(claim.text.split()).casefold()
        )


def accept_inline(
    text: str, findings: Sequence[Finding], claims: Sequence[Claim]
) -> tuple[list[Finding], list[str]]:
    """Mark the findings that the draft's own comments accept.

    ``claims`` are the draft's. Returns the findings in their order, and a line for each comment
    that accepts nothing or is not understood.
    """
    orders, remarks = [], []
    for line, target, inside in _comments(text):
        order = _order(line, target, inside)
        if order is None:
            remarks.append(
                f'line {line}: not understood; write <!-- factdiff: ok KIND "reason" -->'
            )
        else:
            orders.append(order)
    used: set[Order] = set()
    by_id = {claim.id: claim for claim in claims}
    marked = [_marked(finding, orders, by_id, used) for finding in findings]
    remarks += [
        f"line {order.line}: no {order.kind} here to accept any more; remove the comment"
        for order in orders
        if order not in used
    ]
    return marked, remarks


def _marked(
    finding: Finding, orders: Sequence[Order], claims: dict[str, Claim], used: set[Order]
) -> Finding:
    if finding.verdict is Verdict.AGREE:
        return finding
    mine = [claims[c] for p in finding.positions for c in p.claims if c in claims]
    for order in orders:
        if any(order.meets(claim) for claim in mine):
            used.add(order)
            return replace(finding, suppression=Suppression(INLINE, order.reason))
    return finding


def _comments(text: str) -> Iterator[tuple[int, int, str]]:
    """Line of the comment, line that it speaks of, and what it says."""
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    for found in _COMMENT.finditer(text):
        end = text.find("-->", found.end(), found.end() + LONGEST)
        if end >= 0:
            target = _target(text, found.start(), end + 3)
            line, meant = (bisect_right(starts, at) for at in (found.start(), target))
            yield line, meant, text[found.end() : end]


def _target(text: str, start: int, end: int) -> int:
    """A place in the line meant: the comment's own where it is not alone, else the next words."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - LONGEST) : start]
    following = _WORD.search(text, end)
    if before.strip() or following is None or "\n" not in text[end : following.start()]:
        return start
    return following.start()


def _order(line: int, target: int, inside: str) -> Order | None:
    found = _ORDER.fullmatch(inside)
    if found is None or found["kind"] not in list(Kind):
        return None
    reason = clean(found["reason"] or "").strip()
    return Order(line, target, Kind(found["kind"]), found["words"].strip(), reason)
