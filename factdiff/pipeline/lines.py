"""Where a sentence must and must not begin, known before the parser looks.

A line of an article is a paragraph, a headline or a bullet: its end always ends the sentence.
After *Mr.*, *No.*, a comma or an opening quotation mark none begins, nor after *U.S.* where the
next word is in lower case, nor at the quotation mark that closes one.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from factdiff.pipeline.tokens import abbreviations

_CLOSING = ("\u201d", "\u2019", ")", "]", "''")
_QUOTE_ENDS = ("\u201d", "\u2019", '"', "''")
_GOING_ON = (",", ";", "\u201c")
_FINAL = (".", "!", "?")


@Language.factory("factdiff_lines", assigns=["token.is_sent_start"])
def create_lines(  # spaCy gives nlp and name
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
) -> Callable[[Doc], Doc]:
    """The component; it keeps nothing."""
    return set_line_starts


def set_line_starts(doc: Doc) -> Doc:
    """Fix the starts that layout and abbreviations decide; all others stay open."""
    known = abbreviations()
    earlier = ""
    starts = np.zeros((len(doc), 1), dtype="int64")  # 0: open, 1: begins a sentence, -1: does not
    for before, token in pairwise(doc):
        start = _starts(earlier, before, token, known)
        if start is not None:
            starts[token.i] = 1 if start else -1
        earlier = before.text
    # all at once: each single assignment to is_sent_start looks through the whole Doc for a tree
    return doc.from_array(["SENT_START"], starts.astype("uint64"))  # type: ignore[arg-type]  # the stub knows thinc's arrays only


def _starts(earlier: str, before: Token, token: Token, known: dict[str, bool]) -> bool | None:
    if token.is_space:
        return False
    if before.is_space:
        return True if "\n" in before.text else None
    goes_on = (
        token.text in _CLOSING
        or before.text in _GOING_ON
        or (earlier == "," and before.text in _QUOTE_ENDS)  # “We will win,” Mr. Blair said.
        or (before.text in known and (known[before.text] or token.is_lower))
    )
    if goes_on:
        return False
    after_end = before.text in _FINAL and token.text == "\u201c"  # He left. “We always do.”
    return True if after_end else None
