"""The event or state that a counted thing belongs to: verb, role, and what befell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from factdiff.kinds.quantities.families import is_known, is_person, kinship
from factdiff.kinds.quantities.nouns import lemma_of
from factdiff.kinds.quantities.stems import stem
from factdiff.kinds.quantities.tables import rows
from factdiff.kinds.syntax import OBJECTS, SUBJECTS, governing_verb

NEAR = 6  # words on either side in which a state is looked for where the tree gives none
PASSIVE = frozenset({"nsubj:pass", "nsubjpass"})
PLACING = frozenset({"in", "at", "across", "near", "from", "to", "into", "on", "with", "after"})
BEFALLS_THE_LIVING = frozenset({"killed", "injured", "survived", "arrested", "hospitalized"})
BREAKS = frozenset({".", ";", ":", "!", "?", "and", "but", "while", "after", ","})

State = tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Event:
    """The stem of the governing verb, the thing's role in it, and its state (empty if unknown)."""

    verb: str = ""
    role: str = ""
    state: str = ""


@cache
def states(role: str) -> Mapping[str, tuple[str, str]]:
    """State for things and for people by stem (``before``, ``after``: by words), for one role."""
    return {
        word if role in ("before", "after") else stem(word): (state, people or state)
        for words, state, where, people, *_ in rows("states.tsv")
        if where == role
        for word in words.split("|")
    }


def event_of(head: Token, first: Token, last: Token) -> Event:
    """The event of a thing whose noun group runs from ``first`` to ``last`` with ``head``."""
    verb = governing_verb(head)
    role = role_of(head, verb) if verb is not None else ""
    lemma = stem(verb.lower_) if verb is not None else ""
    people = is_person(lemma_of(head))
    found = (
        _noun_state(head, first)
        or _copular_state(last)
        or (_verb_state(verb, role) if verb is not None else None)
        or _near_state(first, last)
        or _words_before(first)
        or _words_after(last)
    )
    state = found[people] if found else ""
    return Event(lemma, role, "" if state in BEFALLS_THE_LIVING and _is_thing(head) else state)


def _is_thing(head: Token) -> bool:
    """``killed 12 soldiers and burned nine vehicles``: a thing is neither killed nor hurt."""
    noun = lemma_of(head)
    return is_known(noun) and not is_person(noun) and kinship(noun, "animal") < 0.9


def _copular_state(last: Token) -> State:
    """``killed 21 people, and 60 are still missing``: said of the number itself, so surer."""
    after = list(last.doc[last.i + 1 : last.i + 4])
    if not after or after[0].lower_ not in ("are", "were", "is", "was", "remain", "remained"):
        return None
    for token in after[1:]:
        if token.lower_ not in ("still", "also", "now"):
            return states("adjective").get(stem(token.lower_))
    return None


def _noun_state(head: Token, first: Token) -> State:
    """``ten deaths``, ``ten dead``, ``80 wounded villagers``."""
    state = states("noun").get(stem(head.lower_)) if head.tag_.startswith("NN") else None
    if state is None and head.tag_[:2] in ("JJ", "VB", "NN"):
        state = states("adjective").get(stem(head.lower_))
    if state is not None:
        return state
    for token in head.doc[first.i : head.i]:
        if token.tag_ in ("JJ", "VBN") and stem(token.lower_) in states("adjective"):
            return states("adjective")[stem(token.lower_)]
    return None


def role_of(token: Token, verb: Token) -> str:
    """``subject`` or ``object`` of the verb; a passive's subject is its object."""
    for _ in range(8):
        if token.i in (verb.i, token.head.i):
            break
        if token.dep_ in PASSIVE or token.dep_ in OBJECTS:
            return "object"
        if token.dep_ in SUBJECTS:
            return "object" if _is_passive(verb) else "subject"
        inner = token.dep_ == "nmod" and any(child.lower_ == "of" for child in token.children)
        if not inner and token.dep_ not in ("conj", "nummod", "appos", "compound", "det"):
            return token.dep_.partition(":")[0]
        token = token.head
    return ""


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("aux:pass", "auxpass") for child in verb.children)


def _verb_state(verb: Token, role: str) -> State:
    key = stem(verb.lower_)
    if role == "subject" and verb.tag_.startswith(("JJ", "VBG")) and key in states("adjective"):
        return states("adjective").get(key)  # `ten are missing`; `ten killed the mayor` is none
    if role == "subject":
        return states("subject").get(key)
    return states("object").get(key) if role == "object" else None


def _near_state(first: Token, last: Token) -> State:
    """By position: ``left 10 people dead``, ``killing at least 10``, ``10 people were killed``."""
    doc = first.doc
    if first.i and doc[first.i - 1].lower_ in PLACING:
        return None
    for token in doc[last.i + 1 : last.i + 1 + NEAR]:
        if token.lower_ in BREAKS or token.is_space:
            break
        key = stem(token.lower_)
        named = token.i == last.i + 1 and first.i and doc[first.i - 1].lower_ == "the"
        adjective = token.tag_ in ("VBN", "JJ", "") or (named and token.tag_ == "VBD")
        if token.i == last.i + 1 and token.tag_ == "VBG":
            adjective = True  # `leaving dozens missing`
        state = states("adjective").get(key) if adjective else None
        if state is None and token.tag_ in ("VBN", ""):
            state = states("object").get(key)
        if state is None and token.tag_.startswith("VB"):
            state = states("subject").get(key)
        if state is not None:
            return state
        if token.tag_ in ("VBD", "VBZ", "VBP") and token.lemma_ not in ("be", "have", "get"):
            break  # `10 gunmen attacked and 3 were killed`
    return _verb_before(first)


def _verb_before(first: Token) -> State:
    for token in reversed(first.doc[max(0, first.i - 3) : first.i]):
        if token.lower_ in BREAKS or token.is_space:
            break
        if token.tag_.startswith("VB") or not token.tag_:
            return states("object").get(stem(token.lower_))
    return None


def _words_after(last: Token) -> State:
    """``20,000 people from their homes``, ``160 people on board``."""
    after = [token.lower_ for token in last.doc[last.i + 1 : last.i + 1 + NEAR]]
    for place, word in enumerate(after):
        if word in BREAKS:
            after = after[:place]
            break
    text = f" {' '.join(after)} "
    for words, state in states("after").items():
        if f" {words} " in text:
            return state
    return None


def _words_before(first: Token) -> State:
    """``home to 120,000 people``, ``the death toll rose to 10``."""
    before = [token.lower_ for token in first.doc[max(0, first.i - 5) : first.i]]
    text = " ".join(before)
    for words, state in states("before").items():
        if text.endswith(words) and f" {text}".endswith(f" {words}"):
            return state
    counted = "toll" in before or "deaths" in before or "fatalities" in before
    if counted and before[-1] in ("to", "at", "of", "is", "was", "reached", "exceeded"):
        return states("noun")[stem("death")]
    return None
