"""What a quantity is about, in the few words a report shows: ``people killed``, ``age of Ann Hill``."""

from __future__ import annotations

from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Claim, Kind


def subject_of(quantity: Quantity, claim: Claim) -> str:
    """A short English phrase for the thing measured; never empty."""
    thing = quantity.thing
    if quantity.unit.endswith(" old"):
        return (
            f"age of {thing.owner}"
            if thing.owner
            else _words(thing.head and f"age of {thing.head}", "age")
        )
    words = " ".join((*thing.modifiers[-2:], thing.head)).strip()
    if thing.state and thing.state != thing.head:
        words = f"{words} {thing.state}".strip()
    elif not thing.state and claim.kind is not Kind.COUNT and thing.verb:
        words = f"{words} ({thing.verb})".strip() if words else thing.verb
    return _words(words, _noun(claim.kind))


def _words(words: str, otherwise: str) -> str:
    return words or otherwise


def _noun(kind: Kind) -> str:
    return {Kind.MONEY: "sum", Kind.PERCENT: "share", Kind.MEASURE: "measure"}.get(kind, "number")
