"""Which claims speak of the same thing (placeholder)."""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.model import Alignment, Claim, Group
from factdiff.settings import Settings


def match(claims: Sequence[Claim], alignment: Alignment, settings: Settings) -> list[Group]:
    """Group the claims."""
    return [Group(kind=claim.kind, claims=(claim,)) for claim in claims]
