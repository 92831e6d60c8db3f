"""Roles that a sentence states: ``is the mayor``, ``was named``, ``who heads the office``."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factdiff.kinds.roles.beside import Found
from factdiff.kinds.roles.nouns import COMMA, phrase_from
from factdiff.kinds.roles.tables import Giving, giving_verbs
from factdiff.kinds.roles.value import FORMER, FUTURE, PAST, PRESENT
from factdiff.kinds.speech import Names
from factdiff.kinds.speech.cues import forms
from factdiff.kinds.speech.speakers import Speakers
from factdiff.kinds.speech.subjects import Subject, subject_before
from factdiff.kinds.syntax import is_negated
from factdiff.model import Kind, Span

TOWARDS = frozenset({"as", ",", "to", "be", "serve", "become"})  # `to serve as ambassador`
REACH = 8  # tokens between a verb and the role it gives


def stated_roles(doc: Doc, names: Names) -> Iterator[Found]:
    """The roles that verbs give to persons, sentence by sentence."""
    speakers = Speakers(doc, names)
    for start, end in _sentences(doc):
        speakers.enter(start, end)
        for i in range(start, end):
            giving = giving_verbs().get(doc[i].lower_)
            if giving is not None and names.at(i) is None:
                yield from _given(i, giving, (start, end), names, speakers)
        speakers.leave(start, end)


def _sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    if doc.has_annotation("SENT_START"):
        yield from ((sentence.start, sentence.end) for sentence in doc.sents)
    elif len(doc):
        yield 0, len(doc)


def _given(
    i: int, giving: Giving, sentence: tuple[int, int], names: Names, speakers: Speakers
) -> Iterator[Found]:
    start, end = sentence
    token = names.doc[i]
    if giving.verb_class == "does":
        yield from _done(i, giving, sentence, names, speakers)
        return
    role_start = _role_start(i, end, giving, names)
    if role_start is None or is_negated(token) or names.doc[min(i + 1, end - 1)].lower_ == "not":
        return
    if giving.verb_class == "made" and not _is_passive(i, start, names):
        person, role_start = _object(i, end, role_start, names)
    else:
        person = _subject(i, start, names, speakers)
    if person is None:
        return
    found = phrase_from(role_start, end, names)
    if found is None or (found[2].plural and names.doc[found[0]].lower_ != "one"):
        return
    begin, stop, _ = found
    after = names.at(stop) if stop < len(names.doc) else None
    if after is not None and after.is_person and after.start == stop:
        return  # `she is President Lee's friend`, `is spokesman Lee`
    tense = _tense(token, giving, names.doc)
    yield Found(_span(names.doc, begin, stop), person, tense=tense)
    second = _also(stop, end, names)
    if second is not None:
        yield Found(second, person, tense=tense)


def _also(stop: int, end: int, names: Names) -> Span | None:
    """``served as dean of the school and as president of the club``: the second role."""
    doc = names.doc
    if stop + 2 < end and doc[stop].lower_ == "and" and doc[stop + 1].lower_ == "as":
        found = phrase_from(stop + 2, end, names)
        if found is not None and not found[2].plural:
            return _span(doc, found[0], found[1])
    return None


def _span(doc: Doc, start: int, end: int) -> Span:
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def _role_start(i: int, end: int, giving: Giving, names: Names) -> int | None:
    """Where the role begins behind the verb: at once, or after ``as``."""
    doc = names.doc
    if giving.verb_class == "is":
        # `was elected chair`: the other verb gives the role
        ahead = [token.lower_ for token in doc[i + 1 : min(end, i + 3)]]
        made = any(w in giving_verbs() and giving_verbs()[w].verb_class == "made" for w in ahead)
        return None if made or i + 1 >= end else i + 1
    for at in range(i + 1, min(end, i + REACH)):
        if doc[at].lower_ == "as":
            return at + 1 if at + 1 < end else None
        if doc[at].text in COMMA or (doc[at].is_punct and doc[at].text != "."):
            break
    return i + 1 if giving.verb_class == "made" and i + 1 < end else None


def _is_passive(i: int, start: int, names: Names) -> bool:
    doc = names.doc
    before = {doc[k].lower_ for k in range(max(start, i - 3), i)}
    if before & forms("passive"):
        return True
    return doc[i].tag_ == "VBN" and not before & {"has", "have", "had", "'ve", "having"}


def _subject(i: int, start: int, names: Names, speakers: Speakers) -> str | None:
    """The person before the verb and its auxiliaries."""
    while i > start and names.doc[i - 1].lower_ in forms("passive") | forms("step"):
        i -= 1
    subject = subject_before(i, start, names)
    if subject is None and names.doc[i - 1].lower_ in ("and", ",", "but") and i > start:
        subject = _first(start, names)  # `She is the dean and served as chair`
    speaker = speakers.resolve(subject)
    return speaker.name if speaker is not None and speaker.kind is Kind.PERSON else None


def _first(start: int, names: Names) -> Subject | None:
    """The person or pronoun that begins a sentence."""
    name = names.at(start)
    if name is not None:
        return Subject(name.start, name.end, name=name)
    word = names.doc[start].lower_
    return Subject(start, start + 1, pronoun=word) if word in ("he", "she") else None


def _object(i: int, end: int, role_start: int, names: Names) -> tuple[str | None, int]:
    """``named Ann Lee director``, ``nominated Ann Lee as ambassador``."""
    for name in names.between(i + 1, min(end, i + REACH)):
        if name.is_person:
            after = max(role_start, name.end)
            while after < end and names.doc[after].lower_ in TOWARDS:
                after += 1
            return (str(name.claim.value), after) if after < end else (None, role_start)
    return None, role_start


def _tense(verb: Token, giving: Giving, doc: Doc) -> str:
    before = {token.lower_ for token in doc[max(0, verb.i - 3) : verb.i]}
    if before & {"will", "would", "to", "'ll"} and giving.verb_class != "made":
        return FUTURE
    if giving.tense != "-":
        return giving.tense
    if verb.lower_ == "been" and before & {"has", "have"}:
        return PRESENT
    if verb.lower_ in ("is", "are", "serves", "works", "acts", "serving", "working", "acting"):
        return PRESENT
    return FORMER if before & {"formerly", "previously", "once"} else PAST


def _done(
    i: int, giving: Giving, sentence: tuple[int, int], names: Names, speakers: Speakers
) -> Iterator[Found]:
    """``Ann Lee, who heads the office``: the verb itself names the role, its object the body."""
    doc = names.doc
    start, end = sentence
    body_start = i + 1 + (i + 1 < end and doc[i + 1].lower_ in ("the", "a", "an", "its"))
    body = names.at(body_start) if body_start < end else None
    if body is None or body.claim.kind != "organization":
        return
    speaker = speakers.resolve(subject_before(i, start, names))
    if speaker is None or speaker.kind is not Kind.PERSON:
        return
    begin = i - 1 if i > start and doc[i - 1].lower_ in forms("relative") else i
    words = f"{giving.noun} of {doc[i + 1 : body.end].text}"
    yield Found(_span(doc, begin, body.end), speaker.name, words=words, tense=giving.tense)
