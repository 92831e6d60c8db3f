"""Whom a subject means: a full name for a name, a pronoun or a description."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from factdiff.kinds.claiming import claims_of
from factdiff.kinds.speech.cues import body_families, forms, offices_of_title
from factdiff.kinds.speech.genders import gender_of_given
from factdiff.kinds.speech.memory import OPENING, Memory, Speaker
from factdiff.kinds.speech.phrases import OWNING, Names, phrase_before
from factdiff.kinds.speech.shapes import of_phrase
from factdiff.kinds.speech.subjects import Subject
from factdiff.kinds.speech.trees import of_main_verb
from factdiff.lexicon import titles
from factdiff.model import Kind

BARE = 5  # tokens of `the former police chief`, not of `a group of ten`
DEFINITE = ("the", "his", "her", "their")


class Speakers:
    """Resolves subjects sentence by sentence, in the order of the text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.memory = Memory(doc, names)
        self._offices = _offices(doc)
        self._introduced: frozenset[str] | None = None

    def enter(self, start: int, end: int) -> None:
        """A sentence begins."""
        self.memory.enter(start, end)

    def leave(self, start: int, end: int) -> None:
        """A sentence ends: remember whom it speaks of."""
        self.memory.leave(start, end, self._described_persons(start, end))

    def heard(self, speaker: Speaker, subject: Subject | None = None) -> None:
        """Somebody spoke: a pronoun will rather mean them."""
        described = subject is not None and subject.name is None and subject.pronoun is None
        self.memory.hear(speaker, self._head(subject).lower_ if described and subject else "")

    def resolve(self, subject: Subject | None, *, speech: bool = False) -> Speaker | None:
        """Whom a subject means; None for the writer, the reader and what stays unknown.

        ``speech``: the subject of a verb of saying, where ``the businessman`` is the person whom
        the article speaks of just then.
        """
        if subject is None:
            return None
        if subject.name is not None and not self._is_partisan(subject):
            return self._named(subject)
        if subject.pronoun is not None:
            return self._pronoun(subject)
        return self._described(subject, speech=speech)

    def topic(self, start: int, end: int) -> Speaker | None:
        """Whom a sentence without a verb of saying is about: ``Lee, grinning:``."""
        persons = [n for n in self.names.between(start, end) if n.is_person]
        free = [n for n in persons if not self.names.owns(n)]
        first = min(free, key=lambda n: (not self.memory.is_subject(n), n.start), default=None)
        opening = self.doc[start].lower_
        if opening in ("he", "she") and (first is None or first.start - start > 2):
            return self.memory.person(opening, start)
        owner = next((n for n in persons if self._owns_utterance(n.end)), None)
        if first is None or owner is not None:
            first = owner
        if first is not None:
            return Speaker(str(first.claim.value), "named", Kind.PERSON, "one")
        if opening in ("his", "her") and self._owns_utterance(start):
            return self.memory.person("he" if opening == "his" else "she", start)
        subject = of_main_verb(end, start, self.names)
        named = subject is None or subject.name is not None or subject.pronoun is not None
        return None if named else self.resolve(subject, speech=True)

    def owner(self, start: int, end: int) -> Speaker | None:
        """Whose words follow the end of a piece: ``citing Lee's order to``, ``his vow that``."""
        at = end - 1
        while at > start and self.doc[at].lower_ in ("to", "that", "of", ","):
            at -= 1
        if at <= start or at == end - 1 or self.doc[at].lower_ not in forms("utterance"):
            return None
        at -= 1
        while at > start and self.doc[at].tag_ in ("JJ", "VBN", "NN"):
            at -= 1
        if self.doc[at].lower_ in ("his", "her"):
            return self.memory.person("he" if self.doc[at].lower_ == "his" else "she", at)
        if self.doc[at].text not in OWNING or at == start:
            return None
        name = self.names.at(at - 1)
        if name is not None:
            return self._named(Subject(name.start, name.end, name=name))
        phrase = phrase_before(at, start, self.names)
        return self.resolve(of_phrase(phrase, self.names)) if phrase is not None else None

    def _owns_utterance(self, i: int) -> bool:
        """``Lee's answer:``, ``Her verdict on the plan:``; ``i`` is where the owner's mark is."""
        return any(token.lower_ in forms("utterance") for token in self.doc[i + 1 : i + 4])

    def _is_partisan(self, subject: Subject) -> bool:
        """``the Ohio Republican`` is a person, not the party."""
        last = self.doc[subject.end - 1].lower_
        return self.doc[subject.start].lower_ == "the" and last in forms("partisan")

    def _named(self, subject: Subject) -> Speaker:
        names = [subject.name, subject.partner]
        claims = [name.claim for name in names if name is not None]
        if len(claims) == 1:
            sort = {Kind.PERSON: "one", Kind.GROUP: "many"}.get(claims[0].kind, "body")
            return Speaker(str(claims[0].value), "named", claims[0].kind, sort)
        return Speaker(" and ".join(str(claim.value) for claim in claims), "named", None, "many")

    def _pronoun(self, subject: Subject) -> Speaker | None:
        if subject.pronoun in ("he", "she"):
            return self.memory.person(subject.pronoun, subject.start)
        if subject.pronoun == "it":
            return self.memory.thing(subject.start)
        return self.memory.group(subject.start) if subject.pronoun == "they" else None

    def _head(self, subject: Subject) -> Token:
        return self.doc[subject.head if subject.head is not None else subject.end - 1]

    def _described(self, subject: Subject, *, speech: bool) -> Speaker | None:
        head = self._head(subject)
        definite = self.doc[subject.start].lower_ in DEFINITE
        bare = definite and subject.end - subject.start <= BARE
        office = self._holder(head, alone=head.i + 1 == subject.end) if definite else None
        if office is not None and not self._is_rank_apart(subject, head):
            return Speaker(office, "described", Kind.PERSON, "one")
        earlier = self.memory.described.get(head.lower_) if bare else None
        if earlier is not None and earlier.sort == "one":
            return earlier
        if bare and head.lower_ in body_families():
            body = self.memory.body(head.lower_)
            if body is not None:
                return replace(body, basis="described")
        if speech and bare and self._is_variation(subject, head):
            person = self.memory.person(None, subject.start)
            if person is not None and person.kind is Kind.PERSON:
                return replace(person, basis="described")
        return self._words(subject, head)

    def _holder(self, head: Token, *, alone: bool = True) -> str | None:
        """Who holds an office in this article; of several, who was spoken of last.

        Not ``alone``: ``the head of the mission`` need not be the head spoken of last.
        """
        holders = self._offices.get(head.lower_, ())
        if len(holders) == 1:
            return holders[0]
        return self.memory.latest_of(holders) if alone else None

    def _is_rank_apart(self, subject: Subject, head: Token) -> bool:
        """``the shadow minister`` is not the minister."""
        before = {self.doc[i].lower_ for i in range(subject.start, head.i)}
        return bool(before & forms("apart"))

    def _is_variation(self, subject: Subject, head: Token) -> bool:
        """Whether ``the businessman`` stands for the person just spoken of.

        Not after ``a businessman``, who may be another one; nor ``the president``, who is known
        without a name.
        """
        if self.doc[subject.start].lower_ != "the" or head.tag_ not in ("NN", "NNP"):
            return False
        word = head.lower_
        if self.names.at(head.i) is not None and word not in forms("partisan"):
            return False
        if word in _known_offices() or word in forms("collective") | forms("writing"):
            return False
        if self._introduced is None:
            self._introduced = _introduced(self.doc)
        return word not in body_families() and word not in self._introduced

    def _described_persons(self, start: int, end: int) -> list[str]:
        """``The mayor shrugged.``: who a sentence without names is about."""
        for i in range(start + 1, min(end, start + OPENING)):
            if self.doc[i - 1].lower_ == "the":
                office = self._holder(self.doc[i])
                if office is not None:
                    return [office]
                if self.doc[i].lower_ in _known_offices() and self.doc[i].tag_ == "NN":
                    words = self.doc[i - 1 : i + 1].text
                    return [self.memory.unnamed(Speaker(words, "words", None, "one"))]
        return []

    def _words(self, subject: Subject, head: Token) -> Speaker | None:
        """The article's words, without a title before an unknown name."""
        start = subject.start
        while start < subject.end - 2 and self.doc[start].lower_ in _title_words():
            start += 1
        tokens = self.doc[start : subject.end]
        if not any(token.is_alpha and len(token) > 1 for token in tokens):
            return None
        words = " ".join(tokens.text.split())
        proper = 1 < len(tokens) < 4 and all(token.tag_ == "NNP" for token in tokens)
        if proper and (start > subject.start or gender_of_given(tokens[0].text)):
            return Speaker(words, "named", Kind.PERSON, "one")  # a name that nobody else has seen
        return Speaker(words, "words", None, _sort(head))


def _sort(head: Token) -> str:
    if head.tag_ in ("NNS", "NNPS"):
        return "many"
    if head.lower_ in forms("writing"):
        return "writing"
    if head.lower_ in body_families() or head.lower_ in forms("collective"):
        return "body"
    return "one"


@cache
def _title_words() -> frozenset[str]:
    return frozenset(word.form.lower() for word in titles())


@cache
def _known_offices() -> frozenset[str]:
    """Offices that an article need not tie to a name: ``the president said``."""
    known = (w.form.lower() for w in titles() if w.kind in ("office", "royal", "religious"))
    return frozenset(known) - forms("elegant") | forms("unique")


def _introduced(doc: Doc) -> frozenset[str]:
    """The nouns that a text introduces: ``a tall man``, ``another driver``."""
    found: set[str] = set()
    open_for = 0
    for token in doc:
        if token.lower_ in ("a", "an", "another", "one"):
            open_for = BARE
        elif open_for and token.tag_ in ("NN", "NNP"):
            found.add(token.lower_)
            open_for -= 1
        elif token.tag_ not in ("JJ", "CD", "HYPH", "VBN", "VBG", "RB") and token.text != "-":
            open_for = 0
        else:
            open_for = max(0, open_for - 1)
    return frozenset(found)


def _offices(doc: Doc) -> dict[str, tuple[str, ...]]:
    """The head nouns of offices with the persons of the article who hold them."""
    holders: dict[str, dict[str, None]] = {}
    for claim in claims_of(doc):
        head = getattr(claim.value, "head", None)
        if claim.kind is Kind.ROLE and claim.subject and isinstance(head, str):
            if set(str(claim.value).lower().split()) & forms("apart"):
                continue
            for office in offices_of_title(head):
                holders.setdefault(office, {})[claim.subject] = None
    return {office: tuple(persons) for office, persons in holders.items()}
