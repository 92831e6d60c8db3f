"""What a reader remembers of an article up to here: who was named, who spoke, and of what sex."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from factdiff.kinds.speech.cues import body_families, forms
from factdiff.kinds.speech.genders import gender_of_given, gender_of_title
from factdiff.kinds.speech.phrases import Name, Names, phrase_before
from factdiff.kinds.syntax import SUBJECTS
from factdiff.model import Kind

MEMORY = 12  # sentences that a pronoun can reach back over
FAR = 60  # tokens of a sentence that are looked at
OPENING = 12  # tokens of a sentence among which `The mayor` is whom it is about


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: ``name`` in full, or in the article's words; ``basis`` says how it is known.

    ``basis`` is ``named``, ``pronoun``, ``described`` (by an office or as `the company`) or
    ``words`` (a description that names nobody); ``kind`` that of the name. ``sort`` is ``one``
    (a person), ``many``, ``body`` or ``writing`` (`the letter`) where that is known.
    """

    name: str
    basis: str
    kind: Kind | None = None
    sort: str = ""


class Memory:
    """The persons, bodies and groups that pronouns and descriptions can mean, latest last."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.persons: deque[list[str]] = deque(maxlen=MEMORY)  # by sentence, likeliest first
        self.things: deque[Speaker] = deque(maxlen=MEMORY)  # what `it` means
        self.groups: deque[Speaker] = deque(maxlen=MEMORY)  # what `they` means
        self.described: dict[str, Speaker] = {}  # by noun: `a spokesman for the town`
        self._unnamed: dict[str, Speaker] = {}
        self._genders: dict[str, str] = {}
        self._here: list[str] = []
        self._heard_body = False
        self.start = 0

    def enter(self, start: int, end: int) -> None:
        """A sentence begins."""
        self._here = []
        self._heard_body = False
        self.start = start
        for name in self.names.between(start, end):
            if name.is_person:
                self._note_gender(name)

    def leave(self, start: int, end: int, about: Iterable[str]) -> None:
        """A sentence ends: remember its persons, those it speaks of first.

        ``about`` are the persons it is about if it names none.
        """
        names = self.names.between(start, end)
        persons = sorted((n for n in names if n.is_person), key=self._rank)
        order = [*self._here, *(str(name.claim.value) for name in persons)]
        order += [] if persons else about
        if order:
            self.persons.append(list(dict.fromkeys(order)))
        bodies = [n for n in names if n.claim.kind is Kind.ORGANIZATION and not self._is_told(n)]
        if not bodies:
            self._note_writing(start, end)
        elif not self._heard_body:
            first = min(bodies, key=lambda name: (not self.is_subject(name), name.start))
            self.things.append(_body(str(first.claim.value)))
        self._note_group(start, end)

    def _rank(self, name: Name) -> tuple[bool, bool, int]:
        """``Lee's husband, Bob, left`` is about Bob."""
        return self.names.owns(name), not self.is_subject(name), name.start

    def hear(self, speaker: Speaker, head: str = "") -> None:
        """Somebody spoke: a pronoun will rather mean them; ``head`` is a description's noun."""
        if speaker.kind is Kind.PERSON or speaker.sort == "one":
            self._here.insert(0, speaker.name)
            if speaker.kind is not Kind.PERSON:
                self._unnamed[speaker.name] = speaker
                gender = gender_of_title(head)
                if gender is not None:
                    self._genders[speaker.name] = gender
        elif speaker.sort == "many":
            self.groups.append(speaker)
        elif speaker.kind is not None or speaker.sort in ("body", "writing"):
            self.things.append(speaker)
            self._heard_body = True
        if head and speaker.basis == "words":
            self.described[head] = speaker

    def person(self, gender: str | None, before: int) -> Speaker | None:
        """The person a reader would think of first, of that gender if it is known."""
        sentence = [n for n in self.names.between(self.start, before) if n.is_person]
        leads = [str(n.claim.value) for n in reversed(sentence) if self.leads(n)]
        for persons in ([*self._here, *leads], *reversed(self.persons)):
            for person in persons:
                if gender is None or self._genders.get(person, gender) == gender:
                    return self._as_speaker(person, gender)
        return None

    def _as_speaker(self, person: str, gender: str | None) -> Speaker:
        if gender is not None:
            self._genders.setdefault(person, gender)
        unnamed = self._unnamed.get(person)
        return unnamed or Speaker(person, "pronoun", Kind.PERSON, "one")

    def unnamed(self, speaker: Speaker) -> str:
        """Take note of somebody whom the article does not name; returns the words for them."""
        self._unnamed.setdefault(speaker.name, speaker)
        return speaker.name

    def latest_of(self, holders: Iterable[str]) -> str | None:
        """Which of some persons was spoken of last."""
        wanted = set(holders)
        for persons in (self._here, *reversed(self.persons)):
            for person in persons:
                if person in wanted:
                    return person
        return None

    def thing(self, before: int) -> Speaker | None:
        """What ``it`` means: what the sentence is about, else the last that was."""
        for name in self.names.between(self.start, before):
            if name.claim.kind is Kind.ORGANIZATION and self.leads(name):
                return _body(str(name.claim.value))
        return self._unnamed_body(before) or (self.things[-1] if self.things else None)

    def _unnamed_body(self, before: int) -> Speaker | None:
        """``The company will close, it said``."""
        for i in range(self.start, min(before, self.start + OPENING)):
            token = self.doc[i]
            if token.dep_ in SUBJECTS and token.lower_ in body_families() and i > self.start:
                known = self.body(token.lower_)
                words = " ".join(self.doc[self.start : i + 1].text.split())
                return known or Speaker(words, "words", None, "body")
        return None

    def body(self, word: str) -> Speaker | None:
        """What ``the bank`` or ``the committee`` means: the last body that can be called so."""
        families = body_families()
        bodies = [t for t in reversed(self.things) if t.kind is not None]
        for body in bodies:
            if word in body.name.lower().split():
                return body
        for body in bodies:
            own = {families[w] for w in body.name.lower().split() if w in families}
            if not own or families.get(word) in own or families.get(word) == "group":
                return body
        return None

    def leads(self, name: Name) -> bool:
        """Whether the sentence is about that person: its subject, or the first words."""
        if self.names.owns(name):
            return False
        return self.is_subject(name) or name.start - self.start <= 3

    def is_subject(self, name: Name) -> bool:
        """Whether the parser takes it for a subject."""
        return any(token.dep_ in SUBJECTS for token in self.doc[name.start : name.end])

    def _is_told(self, name: Name) -> bool:
        """``told the Daily News``: who listens is not who spoke last."""
        before = self.doc[max(0, name.start - 2) : name.start]
        return any(token.lower_ in ("told", "tells", "telling") for token in before)

    def group(self, before: int) -> Speaker | None:
        """Whom ``they`` means: ``Two mayors asked for what they called``, else the last group."""
        here = self._group_in(max(self.start, before - OPENING), before)
        return here or (self.groups[-1] if self.groups else None)

    def _note_group(self, start: int, end: int) -> None:
        """``Prosecutors had asked for more.``: whom `they` means in the next sentence."""
        found = self._group_in(start, min(end, start + OPENING))
        if found is not None:
            self.groups.append(found)

    def _group_in(self, start: int, end: int) -> Speaker | None:
        """The first subject in the plural that names nobody."""
        for i in range(start, end):
            token = self.doc[i]
            if token.tag_ == "NNS" and token.dep_ in SUBJECTS and self.names.at(i) is None:
                phrase = phrase_before(i + 1, start - 1, self.names)
                if phrase is None:
                    return None
                words = " ".join(self.doc[phrase.start : phrase.end].text.split())
                return Speaker(words, "words", None, "many")
        return None

    def _note_writing(self, start: int, end: int) -> None:
        """``He read a letter to the court.``: what `it` says in the next sentence."""
        for i in range(start + 1, min(end, start + FAR)):
            if self.doc[i].lower_ in forms("writing") and self.doc[i - 1].tag_ == "DT":
                words = self.doc[i - 1 : i + 1].text
                self.things.append(Speaker(" ".join(words.split()), "words", None, "writing"))
                return

    def _note_gender(self, name: Name) -> None:
        person = str(name.claim.value)
        title = self.doc[name.start - 1].lower_ if name.start else ""
        known = gender_of_title(title)
        if known is not None:
            self._genders[person] = known
        elif person not in self._genders and person.lower() not in forms("surname"):
            given = gender_of_given(person.split(maxsplit=1)[0])
            if given is not None:
                self._genders[person] = given


def _body(name: str) -> Speaker:
    return Speaker(name, "pronoun", Kind.ORGANIZATION, "body")
