"""Whether a role has another word in the place of one, beyond what synonyms explain."""

from __future__ import annotations

from factdiff.kinds.roles.tables import modifiers
from factdiff.kinds.roles.value import SMALL, WORD, RoleValue, head_spans, known
from factdiff.similarity import distance

SLIP = 1  # letter: a misspelt word of a role names no other office


def is_reworded(left: RoleValue, right: RoleValue, same_names: frozenset[str]) -> bool:
    """Whether each says a word that the other lacks: ``executive`` and ``sports editor``.

    A word more on one side only (``U.S. Secretary of State``) is no change, nor is a synonym, nor
    a spelling of ``same_names``: the names in both roles that mean the same. Symmetric.
    """
    left_out = {word.casefold() for name in same_names for word in WORD.findall(name)}
    mine, theirs = _words(left, left_out), _words(right, left_out)
    extra, other = mine - theirs, theirs - mine
    if not extra or not other:
        return False
    return not all(any(distance(a, b) <= SLIP for b in other) for a in extra)


def _words(role: RoleValue, left_out: set[str]) -> set[str]:
    tokens = [word.casefold() for word in WORD.findall(role.words)]
    spans = head_spans(tokens)
    inside = {i for start, end in spans for i in range(start, end)}
    words = {_family(" ".join(tokens[start:end])) for start, end in spans}
    for i, token in enumerate(tokens):
        plain = token.removesuffix("'s").removesuffix("’s")
        small = plain in SMALL or plain in modifiers("article")
        if i not in inside and plain not in left_out and not small:
            words.add(modifiers("field").get(plain, plain))
    return words


def _family(form: str) -> str:
    head = known(form)
    return head.family if head is not None else form
