"""Whom or what a pronoun beside a date means: ``The ferry sank. It was built in 1978.``

No more is claimed than that it is one of those spoken of just before: all of them are given, the
likeliest first, so that dates of one event meet and nothing is told apart by a guess.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from factdiff.kinds.dates.dependents import dependents
from factdiff.kinds.dates.words import rows
from factdiff.kinds.syntax import OBJECTS, SUBJECTS, is_verb
from factdiff.lexicon import titles

REACH = 60  # words of a sentence that are looked at
BACK = 4  # sentences before this one
MOST = 4  # things spoken of that a pronoun may mean
LONGEST_SHOWN = 5  # words of a name in a subject
_FLAT = ("flat", "flat:name")
_PLURAL = ("NNS", "NNPS")


def name_of(token: Token) -> str:
    """The lemma of a participant; of a full name its last word: ``Dolan`` of ``Marek Dolan``."""
    parts = [c for c in dependents(token) if c.dep_ in _FLAT and c.is_alpha]
    last = parts[-1] if parts and token.pos_ == "PROPN" else token
    return (last.lemma_ or last.text).lower()


def shown(token: Token) -> str:
    """A participant as a reader names it: ``Dolan`` of ``Ms Eva Dolan``, ``Halden Bank`` whole."""
    parts = [c for c in dependents(token) if c.dep_ in _FLAT and c.is_alpha]
    last = parts[-1] if parts and token.pos_ == "PROPN" else token
    if last.text in _honorifics() and last.i + 1 < len(last.doc):
        last = last.nbor()
    if not last.ent_type_:
        return last.text if last.is_alpha else ""
    name = _entity(last)
    longer = last.ent_type_ != "PERSON" and len(name) <= LONGEST_SHOWN
    return name.text if longer else name[-1].text


@cache
def _honorifics() -> frozenset[str]:
    return frozenset(word.form for word in titles() if word.kind == "honorific")


def _entity(token: Token) -> DocSpan:
    """The entity that a token is part of, as far as a few words on either side."""
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I" and token.i - start < LONGEST_SHOWN:
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and end - token.i < LONGEST_SHOWN:
        end += 1
    while end - 1 > token.i and doc[end - 1].tag_ == "POS":
        end -= 1
    return doc[start:end]


def is_pronoun(word: str) -> bool:
    """Whether a lemma is a pronoun that stands for somebody or something told before."""
    return word in _pronouns()


def is_person(token: Token) -> bool:
    """Whether the token is (part of) a person's name or stands for a person."""
    return token.ent_type_ == "PERSON" or _pronouns().get(token.lower_) == "person"


def meant_by(pronoun: Token) -> tuple[Token, ...]:
    """What a pronoun may mean, the likeliest first; empty where nothing before it fits."""
    sort = _pronouns().get(pronoun.lower_, "")
    start = _start(pronoun.doc, pronoun.i)
    found: list[Token] = []
    for _ in range(BACK):
        if not sort or start <= 0:
            break
        end, start = start, _start(pronoun.doc, start - 1)
        spoken = _participants(pronoun.doc, start, end)
        if spoken and spoken[0].lower_ == pronoun.lower_:
            continue  # she emigrated … She won the prize
        found = [t for t in spoken if _fits(t, sort)]
        if found:
            break
    return tuple(found[:MOST])


def _start(doc: Doc, at: int) -> int:
    """Where the sentence around a token begins, at most ``REACH`` words back."""
    floor = max(0, at - REACH)
    while at > floor and not doc[at].is_sent_start:
        at -= 1
    return at


def _participants(doc: Doc, start: int, end: int) -> list[Token]:
    """Subjects of a sentence, then objects, then other nouns that hang on its verbs."""
    ranked = []
    for token in doc[start:end]:
        if token.dep_ in SUBJECTS:
            ranked.append((0, token))
        elif token.dep_ in OBJECTS:
            ranked.append((1, token))
        elif token.pos_ in ("NOUN", "PROPN") and is_verb(token.head):
            ranked.append((2, token))
    return [token for _, token in sorted(ranked, key=lambda pair: (pair[0], pair[1].i))]


def _fits(token: Token, sort: str) -> bool:
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    if sort == "person":
        return token.ent_type_ == "PERSON" or (token.tag_ == "NN" and token.dep_ in SUBJECTS)
    if sort == "many":
        return token.tag_ in _PLURAL or any(c.dep_ == "conj" for c in dependents(token))
    return token.ent_type_ != "PERSON" and token.tag_ not in _PLURAL


@cache
def _pronouns() -> dict[str, str]:
    return {row[0]: row[2] for row in rows("pronouns")}
