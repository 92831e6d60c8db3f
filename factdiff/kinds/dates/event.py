"""The event that a date dates, read off the tree: ``Sunday's quake``, ``police said Saturday``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from factdiff.kinds.context import clauses_of
from factdiff.kinds.dates.antecedents import is_person, is_pronoun, meant_by, name_of, shown
from factdiff.kinds.dates.dependents import dependents
from factdiff.kinds.dates.value import Event
from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import months, numbers, rows, weekdays
from factdiff.kinds.syntax import OBJECTS, SUBJECTS, ancestors, is_verb

OBLIQUE = frozenset({"obl", "obl:agent", "nmod", "prep", "agent", "attr", "xcomp", "acomp"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MADE_OF_VERBS = ("tion", "sion", "ment", "ing", "ings", "ance", "ence", "tions", "sions", "ments")
_IN_NAMES = ("compound", "nmod:desc", "flat")  # won the Holm Prize: Holm tells it from others
_PASSIVE = ("nsubj:pass", "nsubjpass")
_PARTICLES = ("compound:prt", "prt")  # step down is not step
REACH = 60  # words on either side of a date that are looked at


def event_of(date: DocSpan, preposition: str, *, ahead: bool) -> Event:
    """The event around a date: its predicate and who took part. Empty where there is no tree."""
    # spaCy crashes on the children of a token where there is no tree
    bare = Event(preposition=preposition, position=date.start_char, ahead=ahead, marks=_marks(date))
    head = _governor(date.root) if date.doc.has_annotation("DEP") else None
    if head is None:
        return bare
    inside = range(date.start, date.end)
    children = [c for c in dependents(head) if c.i not in inside]
    lemma = " ".join([_lemma(head), *(c.lower_ for c in children if c.dep_ in _PARTICLES)])
    doer = _doer(head, children)
    meant = meant_by(doer) if doer is not None and is_pronoun(doer.lower_) else ()
    named = meant[0] if meant else doer
    subject = name_of(named) if named is not None else ""
    told = _told(lemma, named, children)
    return replace(
        bare,
        predicate=told or lemma,
        noun=bool(told) or not is_verb(head),
        subject="" if told == subject else subject,
        objects=_objects(children),
        acted=_acted(named, children),
        meant=tuple(name_of(token) for token in meant),
        reporting=is_verb(head) and stem(lemma) in _verbs("verb"),
        told=_in_short(named if len(meant) < 2 else doer, head),
    )


def _in_short(doer: Token | None, head: Token) -> str:
    """Who did what, in two words for a reader: ``Dolan resigned``."""
    words = [shown(doer)] if doer is not None and not doer.is_punct else []
    return " ".join(
        word for word in (*words, "" if head.is_punct else shown(head) or head.text) if word
    )


def _told(lemma: str, doer: Token | None, children: list[Token]) -> str:
    """The event where the verb only says that it was, or was to be, and a noun what; else empty.

    ``the blast occurred``, ``the vote took place``, ``a service will be held``, ``made landfall``.
    """
    verb = stem(lemma)
    objects = [c for c in children if c.dep_ in OBJECTS]
    if verb in _verbs("place"):
        happens = any(c.lower_ == "place" for c in objects)
    else:
        happens = verb in _verbs("happen")
    passive = doer is not None and any(c.dep_ in _PASSIVE for c in children)
    if (
        doer is not None
        and not is_person(doer)
        and (happens or (passive and verb in _verbs("hold")))
    ):
        return name_of(doer)
    if verb in _verbs("hold") and objects and not is_person(objects[0]):
        return "" if is_pronoun(objects[0].lower_) else name_of(objects[0])
    return ""


def _marks(date: DocSpan) -> tuple[str, ...]:
    """Numbers and ranks in the clause outside the date: ``200 people``, ``first``, ``another``."""
    doc = date.doc
    if not doc.has_annotation("SENT_START") or not doc.has_annotation("DEP"):
        return ()
    clauses = clauses_of(doc)
    clause = clauses[date.root.i]
    near = doc[max(0, date.start - REACH) : date.end + REACH]
    inside = range(date.start, date.end)
    tokens = [t for t in near if clauses[t.i] == clause and t.i not in inside]
    ranks = {**numbers("ordinals", "ordinal"), **numbers("ordinals", "again")}
    words = [t.lower_ for t in tokens if t.lower_ in ranks]
    hyphens = [t for t in tokens if t.text == "-" and 0 < t.i < len(doc) - 1]
    joined = [f"{doc[t.i - 1].lower_}-{doc[t.i + 1].lower_}" for t in hyphens]
    words += [word for word in joined if word in ranks]  # re-elected is three tokens
    counts = [
        f"{t.lower_} {stem(_lemma(t.head))}"
        for t in tokens
        if t.like_num and t.lower_ not in ranks and not _YEAR.fullmatch(t.lower_)
    ]
    return tuple(sorted({*words, *counts}))


@cache
def _verbs(kind: str) -> frozenset[str]:
    """Stems of the verbs of a kind in ``reporting.tsv``."""
    return frozenset(stem(word) for word in numbers("reporting", kind))


def _governor(root: Token) -> Token | None:
    """What the date hangs on: a noun (``Sunday's quake``) or the verb of its clause.

    A noun before the date that is no event gives way to its verb: ``travel to the area on
    Wednesday``, ``eased to 5.1 percent in May``.
    """
    near = _nearest(root)
    if near is None or is_verb(near) or near.i > root.i or not near.dep_ or _is_event(near):
        return near
    above = (token for token in islice(ancestors(near), 3) if is_verb(token))
    verb = next((t for t in above if t.dep_ not in ("aux", "aux:pass", "auxpass", "cop")), None)
    return near if verb is None else verb


def _is_event(noun: Token) -> bool:
    """Whether a noun names what happens: ``vote``, ``sinking``, ``decision``, ``arrest``."""
    word = stem(_lemma(noun))
    return noun.lower_.endswith(_MADE_OF_VERBS) or word in _deeds()


@cache
def _deeds() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in rows("families"))


def _nearest(root: Token) -> Token | None:
    for token in islice(ancestors(root), 4):
        if token.pos_ in ("ADP", "PUNCT") or token.dep_ in ("prep", "case"):
            continue
        if token.lower_ in weekdays() or token.lower_ in months() or token.like_num:
            continue
        if is_verb(token) and token.dep_ in ("aux", "aux:pass", "auxpass", "cop"):
            continue
        return token
    return None


def _doer(head: Token, children: list[Token]) -> Token | None:
    """The subject; of a participle or relative clause what it describes (``a poll released``)."""
    subject = next((child for child in children if child.dep_ in SUBJECTS), None)
    if subject is None and head.dep_ == "xcomp":  # schools stay closed
        above = dependents(head.head)
        return next((child for child in above if child.dep_ in SUBJECTS), None)
    clause = head.dep_ in ("acl", "acl:relcl", "relcl")
    if clause and (subject is None or subject.lower_ in ("which", "that", "who", "whom")):
        return head.head
    return subject


def _acted(doer: Token | None, children: list[Token]) -> str:
    """Whom or what the event befell: the object, or the subject of the passive."""
    if any(c.dep_ in _PASSIVE for c in children):
        return name_of(doer) if doer is not None else ""
    acted = next((c for c in children if c.dep_ in ("obj", "dobj")), None)
    return name_of(acted) if acted is not None and not is_pronoun(acted.lower_) else ""


def _objects(children: list[Token]) -> tuple[str, ...]:
    found = [name_of(c) for c in children if c.dep_ in OBJECTS | OBLIQUE and c.pos_ != "ADP"]
    deeper = [
        name_of(g) for c in children if c.dep_ == "prep" for g in dependents(c) if g.dep_ == "pobj"
    ]
    named = [
        g.text
        for c in children
        if c.dep_ in OBJECTS | OBLIQUE
        for g in dependents(c)
        if g.dep_ in _IN_NAMES and g.tag_ == "NNP" and g.text[0].isupper()
    ]
    return tuple(dict.fromkeys(word for word in (*found, *deeper, *named) if word))


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()
