"""What a quantity is about, in the few words a report shows: ``people killed``, ``age of Ann``."""

from __future__ import annotations

from factdiff.kinds.quantities.nouns import NounGroup
from factdiff.kinds.quantities.value import Quantity
from factdiff.model import Kind

NOUNS = {Kind.MONEY: "sum", Kind.PERCENT: "share", Kind.MEASURE: "measure", Kind.COUNT: "number"}


def subject_of(quantity: Quantity, kind: Kind, group: NounGroup | None) -> str:
    """A short English phrase for the thing measured; never empty."""
    thing = quantity.thing
    head = group.head if group is not None else None
    words = ""
    if group is not None and head is not None:
        named = [token for token in group.modifiers if token.tag_ != "CD"]
        words = " ".join(token.text for token in (*named, head))
    if quantity.unit.endswith(" old"):
        return f"age of {thing.owner or words}" if thing.owner or words else "age"
    if thing.state and kind is Kind.COUNT:
        words = words if thing.state[:5] in words.lower() else f"{words or 'number'} {thing.state}"
    return words or thing.head or quantity.unit.strip("%") or NOUNS[kind]
