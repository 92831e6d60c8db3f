"""Find quotes in a Doc (placeholder)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent
from factdiff.model import Claim


@Language.factory("factdiff_quotes")
def create(nlp: Language, name: str) -> ClaimComponent:
    """The component that adds the claims of this room."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield the claims."""
    yield from ()
