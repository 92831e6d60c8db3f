"""The dependents of a token, looked up once for a whole text.

spaCy looks through the whole subtree each time it is asked for a token's children: in a sentence of
ten thousand words that would be done for every date anew.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factdiff.kinds.syntax import MAX_CHILDREN

TABLE = "factdiff.dependents"


def dependents(token: Token) -> list[Token]:
    """The tokens that hang on this one, in order, at most ``MAX_CHILDREN``."""
    doc = token.doc
    return [doc[i] for i in _table(doc)[token.i]]


def _table(doc: Doc) -> list[list[int]]:
    known: list[list[int]] | None = doc.user_data.get(TABLE)
    if known is None:
        known = [[] for _ in range(len(doc))]
        for token in doc:
            few = known[token.head.i]
            if token.head.i != token.i and len(few) < MAX_CHILDREN:
                few.append(token.i)
        doc.user_data[TABLE] = known
    return known
