"""Whom the article credits with a statement (placeholder)."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.model import Claim


def attributed(doc: Doc, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, each with the person or body that the article credits with it."""
    return list(claims)
