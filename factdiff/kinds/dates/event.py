"""The event that a date dates, read off the tree: ``Sunday's quake``, ``police said Saturday``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import islice

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from factdiff.kinds.dates.value import Event
from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import months, numbers, rows, weekdays
from factdiff.kinds.syntax import OBJECTS, SUBJECTS, ancestors, is_verb

OBLIQUE = frozenset({"obl", "obl:agent", "nmod", "prep", "agent", "attr", "xcomp", "acomp"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_MADE_OF_VERBS = ("tion", "sion", "ment", "ing", "ings", "ance", "ence", "tions", "sions", "ments")
_PARTICLES = ("compound:prt", "prt")  # step down is not step
REACH = 60  # words on either side of a date that are looked at
MAX_CHILDREN = 24  # a head with more dependents belongs to a broken parse


def event_of(date: DocSpan, preposition: str, *, ahead: bool) -> Event:
    """The event around a date: its predicate and who took part. Empty where there is no tree."""
    # spaCy crashes on the children of a token where there is no tree
    bare = Event(preposition=preposition, position=date.start_char, ahead=ahead, marks=_marks(date))
    head = _governor(date.root) if date.doc.has_annotation("DEP") else None
    if head is None:
        return bare
    inside = range(date.start, date.end)
    children = [c for c in islice(head.children, MAX_CHILDREN) if c.i not in inside]
    lemma = " ".join([_lemma(head), *(c.lower_ for c in children if c.dep_ in _PARTICLES)])
    doer = _doer(head, children)
    subject = _lemma(doer) if doer is not None else ""
    happens = bool(subject) and stem(lemma) in _happening()
    return replace(
        bare,
        predicate=subject if happens else lemma,
        noun=happens or not is_verb(head),
        subject="" if happens else subject,
        objects=_objects(children),
        reporting=is_verb(head) and stem(lemma) in _reporting(),
        told=" ".join(t.text for t in (doer, head) if t is not None and not t.is_punct),
    )


def _marks(date: DocSpan) -> tuple[str, ...]:
    """Numbers and ranks in the sentence outside the date: ``two``, ``first``, ``another``."""
    doc = date.doc
    if not doc.has_annotation("SENT_START"):
        return ()
    sentence = date.sent
    start, end = max(sentence.start, date.start - REACH), min(sentence.end, date.end + REACH)
    near = (t for t in doc[start:end] if not date.start <= t.i < date.end)
    ranks = numbers("ordinals", "ordinal")
    words = (t.lower_ for t in near if t.like_num or t.lower_ in ranks or t.lower_ == "another")
    return tuple(sorted({word for word in words if not _YEAR.fullmatch(word)}))


@cache
def _happening() -> frozenset[str]:
    """Stems of verbs whose subject is the event: ``the blast occurred on Monday``."""
    return frozenset(stem(word) for word in numbers("reporting", "happen"))


@cache
def _reporting() -> frozenset[str]:
    return frozenset(stem(word) for word in numbers("reporting", "verb"))


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
        above = islice(head.head.children, MAX_CHILDREN)
        return next((child for child in above if child.dep_ in SUBJECTS), None)
    clause = head.dep_ in ("acl", "acl:relcl", "relcl")
    if clause and (subject is None or subject.lower_ in ("which", "that", "who", "whom")):
        return head.head
    return subject


def _objects(children: list[Token]) -> tuple[str, ...]:
    found = [_lemma(c) for c in children if c.dep_ in OBJECTS | OBLIQUE and c.pos_ != "ADP"]
    deeper = [
        _lemma(g)
        for c in children
        if c.dep_ == "prep"
        for g in islice(c.children, 3)
        if g.dep_ == "pobj"
    ]
    return tuple(dict.fromkeys(word for word in (*found, *deeper) if word))


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()
