"""What cannot be a name: months, pronouns, addresses of pages, adjectives of nations."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Doc, Token

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.mentions import Mention
from factdiff.kinds.names.tables import rows
from factdiff.lexicon import demonyms
from factdiff.model import Kind

_PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z][\w.]*")  # `Rep. Ed Hall, D-Mass.`


@cache
def stop_names() -> frozenset[str]:
    """Folded words that taggers take for names and that are none: months, weekdays, pronouns."""
    return frozenset(fold(word) for row in rows("no_names.tsv") for word in row["forms"].split(";"))


@cache
def _group_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Forms that mean people (plural nouns), and all demonyms."""
    forms = {row.form for row in demonyms()}
    plural = {f for f in forms if f.endswith("s") and f[:-1] in forms}
    return frozenset(plural), frozenset(forms)


def is_name(doc: Doc, mention: Mention) -> bool:
    """Whether a cleaned span can be a name at all."""
    start, end, name, kind = mention.start, mention.end, mention.name, mention.kind
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2:
        return False
    folded = fold(name).rstrip(".")
    if folded in stop_names():
        return False
    marked = any(mark in name for mark in ("@", "://", "www.", "#"))
    if marked or _PARTY_AND_STATE.fullmatch(name):
        return False
    if not any(c.isupper() for c in name) and any(c.lower() != c.upper() for c in letters):
        ministry = kind is Kind.ORGANIZATION and folded.startswith("ministry of ")
        return ministry or (kind is Kind.GROUP and _is_people(doc, start, end))
    if kind is Kind.PERSON and any(c.isdigit() for c in name):
        return False
    return kind is not Kind.GROUP or _is_people(doc, start, end)


def _is_people(doc: Doc, start: int, end: int) -> bool:
    """`Uyghurs`, `the Chinese`, `Uyghur Muslims` are people; `Chinese officials` is not."""
    plurals, forms = _group_forms()
    last = doc[end - 1]
    if last.text in plurals or (last.text not in forms and last.tag_ in ("NNS", "NNPS")):
        return True
    after = doc[end] if end < len(doc) else None
    if last.text.endswith("s") and last.tag_ in ("NNS", "NNPS"):
        return True
    if _modifies(last, after):
        return False
    before = doc[start - 1].lower_ if start else ""
    if before in ("the", "ethnic", "many", "most", "some", "two", "three"):
        return True
    return last.tag_ in ("NN", "NNP", "NNS", "NNPS") and last.pos_ in ("NOUN", "PROPN")


def _modifies(token: Token, after: Token | None) -> bool:
    """Whether a demonym stands before the word that it describes, or after a copula."""
    if token.tag_.startswith("JJ") and (after is None or not after.is_punct):
        return True
    if after is None or after.is_punct or after.is_space:
        described = token.tag_.startswith("JJ") and token.dep_ == "ROOT"
        return described or token.dep_ in ("amod", "acomp")
    return after.text == "-" or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")
