"""The event or state that a counted thing belongs to: verb, role, and what befell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from factdiff.kinds.quantities.nouns import lemma_of
from factdiff.kinds.quantities.tables import rows
from factdiff.kinds.syntax import OBJECTS, SUBJECTS, governing_verb

NEAR = 6  # words on either side in which a state is looked for where the tree gives none
PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
BREAKS = frozenset({".", ";", ":", "!", "?", "\n", "and", "but", "while", "after", ","})


@dataclass(frozen=True, slots=True)
class Event:
    """The governing verb's lemma, the thing's role in it, and its state (empty if unknown)."""

    verb: str = ""
    role: str = ""
    state: str = ""


@cache
def states(role: str) -> Mapping[str, str]:
    """The states of ``states.tsv`` by word, for one role of the thing."""
    return {
        word: state
        for words, state, where, *_ in rows("states.tsv")
        if where == role
        for word in words.split("|")
    }


def event_of(head: Token, first: Token, last: Token) -> Event:
    """The event of a thing whose noun group runs from ``first`` to ``last`` with ``head``."""
    noun = _noun_state(head, first)
    verb = governing_verb(head)
    role = role_of(head, verb) if verb is not None else ""
    lemma = lemma_of(verb) if verb is not None else ""
    state = noun or _verb_state(lemma, role) or _near_state(first, last)
    return Event(lemma, role, state)


def _noun_state(head: Token, first: Token) -> str:
    """``ten deaths``, ``ten dead``, ``80 wounded villagers``."""
    state = states("noun").get(lemma_of(head)) or states("adjective").get(head.lower_)
    if state:
        return state
    for token in head.doc[first.i : head.i]:
        if token.lower_ in states("adjective"):
            return states("adjective")[token.lower_]
    return ""


def role_of(token: Token, verb: Token) -> str:
    """``subject`` or ``object`` of the verb; a passive's subject is its object."""
    for _ in range(8):
        if token.i == verb.i or token.head.i == token.i:
            break
        if token.dep_ in PASSIVE or token.dep_ in OBJECTS:
            return "object"
        if token.dep_ in SUBJECTS:
            passive = bool(verb.dep_) and any(
                child.dep_ in ("aux:pass", "auxpass") for child in verb.children
            )
            return "object" if passive else "subject"
        if token.dep_ not in ("conj", "nummod", "nmod", "appos", "compound"):
            return token.dep_.partition(":")[0]
        token = token.head
    return ""


def _verb_state(lemma: str, role: str) -> str:
    if role == "subject":
        return states("subject").get(lemma, "") or states("adjective").get(lemma, "")
    return states("object").get(lemma, "") if role == "object" else ""


def _near_state(first: Token, last: Token) -> str:
    """By position: ``left 10 people dead``, ``killing at least 10``, ``10 people were killed``."""
    doc = first.doc
    for token in doc[last.i + 1 : last.i + 1 + NEAR]:
        if token.lower_ in BREAKS or token.is_space:
            break
        if token.tag_ in ("VBN", "JJ", "VBD", ""):
            state = states("adjective").get(token.lower_)
            state = state or (
                states("object").get(lemma_of(token)) if token.tag_ == "VBN" else None
            )
            state = state or states("subject").get(lemma_of(token))
            if state:
                return state
    return _state_before(first)


def _state_before(first: Token) -> str:
    for token in reversed(first.doc[max(0, first.i - 3) : first.i]):
        if token.lower_ in BREAKS or token.is_space:
            break
        if token.tag_.startswith("VB"):
            return states("object").get(lemma_of(token), "")
    return ""
