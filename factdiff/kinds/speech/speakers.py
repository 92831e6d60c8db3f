"""Whom a subject means: a full name for a name, a pronoun or a description."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from factdiff.kinds.claiming import claims_of
from factdiff.kinds.speech.cues import forms
from factdiff.kinds.speech.genders import gender_of_given, gender_of_title
from factdiff.kinds.speech.phrases import Name, Names
from factdiff.kinds.speech.subjects import Subject
from factdiff.kinds.syntax import SUBJECTS
from factdiff.lexicon import titles
from factdiff.model import Kind

MEMORY = 12  # sentences that a pronoun can reach back over


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: ``name`` in full, or in the article's words; ``basis`` says how it is known.

    ``basis`` is ``named``, ``pronoun``, ``described`` (by an office or as `the company`) or
    ``words`` (a description that names nobody); ``kind`` that of the name.
    """

    name: str
    basis: str
    kind: Kind | None = None


class Speakers:
    """What a reader remembers of an article up to here: who was named and who spoke last."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self._persons: deque[list[str]] = deque(maxlen=MEMORY)  # by sentence, likeliest first
        self._bodies: deque[str] = deque(maxlen=MEMORY)
        self._here: list[str] = []
        self._start = 0
        self._genders: dict[str, str] = {}
        self._offices = _offices(doc)

    def enter(self, start: int, end: int) -> None:
        """A sentence begins."""
        self._here = []
        self._start = start
        for name in self.names.between(start, end):
            if name.is_person:
                self._note_gender(name)

    def leave(self, start: int, end: int) -> None:
        """A sentence ends: remember its persons, those it speaks of first."""
        names = self.names.between(start, end)
        persons = [name for name in names if name.is_person]
        ranked = sorted(persons, key=lambda name: (not self._is_subject(name), name.start))
        order = [*self._here, *(str(name.claim.value) for name in ranked)]
        if not ranked:
            order += self._described_persons(start, end)
        if order:
            self._persons.append(list(dict.fromkeys(order)))
        bodies = [n for n in names if n.claim.kind is Kind.ORGANIZATION and not self._is_told(n)]
        if bodies:
            first = min(bodies, key=lambda name: (not self._is_subject(name), name.start))
            self._bodies.append(str(first.claim.value))

    def _described_persons(self, start: int, end: int) -> list[str]:
        """``The mayor shrugged.``: who a sentence without names is about."""
        for i in range(start + 1, min(end, start + 12)):
            office = self._offices.get(self.doc[i].lower_)
            if office is not None and self.doc[i - 1].lower_ == "the":
                return [office]
        return []

    def heard(self, speaker: Speaker) -> None:
        """Somebody spoke: a pronoun will rather mean them."""
        if speaker.kind is Kind.PERSON:
            self._here.insert(0, speaker.name)
        elif speaker.kind is not None:
            self._bodies.append(speaker.name)

    def resolve(self, subject: Subject | None) -> Speaker | None:
        """Whom a subject means; None for the writer, the reader and what stays unknown."""
        if subject is None:
            return None
        if subject.name is not None:
            return Speaker(str(subject.name.claim.value), "named", subject.name.claim.kind)
        if subject.pronoun is not None:
            return self._pronoun(subject)
        return self._described(subject)

    def last_person(self, gender: str | None = None, before: int | None = None) -> str | None:
        """The person a reader would think of first, of that gender if it is known."""
        here = [*self._here]
        if before is not None:
            sentence = [n for n in self.names.between(self._start, before) if n.is_person]
            likely = [n for n in sentence if self._leads(n)]
            here += [str(name.claim.value) for name in reversed(likely)]
        for persons in (here, *reversed(self._persons)):
            for person in persons:
                if gender is None or self._genders.get(person, gender) == gender:
                    return person
        return None

    def _leads(self, name: Name) -> bool:
        """Whether the sentence is about that person: its subject, or the first words."""
        return self._is_subject(name) or name.start - self._start <= 3

    def _last_body(self, before: int) -> Speaker | None:
        """The body that ``it`` means: what the sentence is about, else the last one that was."""
        phrase = self.names.between(self._start, before)
        for name in phrase:
            body = name.claim.kind is Kind.ORGANIZATION and self._leads(name)
            if body:
                return Speaker(str(name.claim.value), "pronoun", Kind.ORGANIZATION)
        if self._bodies:
            return Speaker(self._bodies[-1], "pronoun", Kind.ORGANIZATION)
        return None

    def _pronoun(self, subject: Subject) -> Speaker | None:
        if subject.pronoun in ("he", "she"):
            person = self.last_person(subject.pronoun, subject.start)
            if person is None:
                return None
            self._genders.setdefault(person, subject.pronoun)
            return Speaker(person, "pronoun", Kind.PERSON)
        return self._last_body(subject.start) if subject.pronoun == "it" else None

    def _described(self, subject: Subject) -> Speaker | None:
        head = self.doc[subject.head if subject.head is not None else subject.end - 1]
        definite = self.doc[subject.start].lower_ in ("the", "his", "her", "their")
        office = self._offices.get(head.lower_)
        if definite and office is not None:
            return Speaker(office, "described", Kind.PERSON)
        bare = subject.end - subject.start <= 4  # `the software giant`, not `a group of ten`
        if (
            definite
            and bare
            and head.lower_ in forms("company") | forms("writing")
            and self._bodies
        ):
            return Speaker(self._bodies[-1], "described", Kind.ORGANIZATION)
        return self._words(subject)

    def _words(self, subject: Subject) -> Speaker | None:
        """The article's words, without a title before an unknown name."""
        start = subject.start
        while start < subject.end - 2 and self.doc[start].lower_ in _title_words():
            start += 1
        tokens = self.doc[start : subject.end]
        if not any(token.is_alpha and len(token) > 1 for token in tokens):
            return None
        return Speaker(" ".join(tokens.text.split()), "words")

    def _is_told(self, name: Name) -> bool:
        """``told the Daily News``: who listens is not who spoke last."""
        before = self.doc[max(0, name.start - 2) : name.start]
        return any(token.lower_ in ("told", "tells", "telling") for token in before)

    def _is_subject(self, name: Name) -> bool:
        return any(token.dep_ in SUBJECTS for token in self.doc[name.start : name.end])

    def _note_gender(self, name: Name) -> None:
        person = str(name.claim.value)
        title = self.doc[name.start - 1].lower_ if name.start else ""
        known = gender_of_title(title)
        if known is not None:
            self._genders[person] = known
        elif person not in self._genders:
            given = gender_of_given(person.split(maxsplit=1)[0]) if " " in person else None
            if given is not None:
                self._genders[person] = given


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word.form.lower() for word in titles())


def _offices(doc: Doc) -> dict[str, str]:
    """The head nouns of offices that exactly one person of the article holds."""
    holders: dict[str, set[str]] = {}
    for claim in claims_of(doc):
        head = getattr(claim.value, "head", None)
        if claim.kind is Kind.ROLE and claim.subject and isinstance(head, str):
            holders.setdefault(head, set()).add(claim.subject)
    return {head: min(persons) for head, persons in holders.items() if len(persons) == 1}
