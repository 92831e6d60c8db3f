"""Reading a dependency tree, under Universal Dependencies and under the labels of en_core_web_*.

The bundled pipeline uses Universal Dependencies; foreign ones often use ClearNLP labels
(``dobj``, ``nsubjpass``, ``pobj``). Everything that looks at ``token.dep_`` asks here.
All walks are bounded, so that a broken parse of an odd text costs no more than a good one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "csubj", "csubj:pass", "expl"})
OBJECTS = frozenset({"obj", "dobj", "iobj", "dative", "pobj"})
CLAUSES = frozenset({"ROOT", "root", "ccomp", "advcl", "acl", "acl:relcl", "relcl", "parataxis"})
MAX_CHILDREN = 60  # as many hang on one token only in a broken parse
MAX_STEPS = 40  # a governing verb farther away than this belongs to a broken parse


def is_verb(token: Token) -> bool:
    """Whether the token is a full verb or auxiliary, by tag (``VB…``, ``MD``) or part of speech."""
    return token.tag_.startswith(("VB", "MD")) or token.pos_ in ("VERB", "AUX")


def ancestors(token: Token) -> Iterator[Token]:
    """The token's governors from near to far, at most ``MAX_STEPS`` of them."""
    for _ in range(MAX_STEPS):
        if token.head.i == token.i:
            return
        token = token.head
        yield token


def children(token: Token) -> Iterator[Token]:
    """The tokens that hang on this one, at most ``MAX_CHILDREN``; none where there is no parse."""
    # without a parse spaCy may read beyond the Doc when asked for children
    return islice(token.children, MAX_CHILDREN) if token.dep_ else iter(())


def is_predicate(token: Token) -> bool:
    """Whether a copula hangs on the token: ``in hospital`` of ``ten were in hospital``."""
    return token.i in _predicates(token.doc)


def _predicates(doc: Doc) -> frozenset[int]:
    """The tokens that a copula hangs on, by index; looked for once in a Doc."""
    known: frozenset[int] | None = doc.user_data.get("factdiff.predicates")
    if known is None:
        known = frozenset(token.head.i for token in doc if token.dep_ == "cop")
        doc.user_data["factdiff.predicates"] = known
    return known


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above the token, or the token itself if it is one.

    With a copula (``three were dead``) UD makes the predicate the head: then that predicate.
    """
    for candidate in (token, *ancestors(token)):
        if is_verb(candidate) and candidate.dep_ not in ("aux", "aux:pass", "auxpass", "cop"):
            return candidate
        if is_predicate(candidate):
            return candidate
    return None


def is_negated(verb: Token) -> bool:
    """Whether a negation hangs on the predicate (``was not``, ``never``, ``no one was``)."""
    return any(
        child.dep_ == "neg"
        or child.lower_ in ("not", "n't", "n’t", "never")
        or (child.dep_ in SUBJECTS and _is_none(child))
        for child in children(verb)
    )


def is_denied(verb: Token) -> bool:
    """Whether somebody denies what the verb says: ``Lee denied taking it``, ``denied that``."""
    above = verb.head
    denies = above.lemma_.lower() in ("deny", "refute", "dispute")
    return denies and verb.dep_ in ("ccomp", "xcomp", "advcl") and not is_negated(above)


def _is_none(token: Token) -> bool:
    return token.lower_ in ("nobody", "none", "neither") or any(
        child.lower_ in ("no", "none") for child in children(token)
    )
