"""The shapes that a subject has: a name with its titles, a pronoun, a description."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.kinds.speech.cues import forms, honorifics
from factdiff.kinds.speech.phrases import Name, Names, Phrase, phrase_before

PARTICIPLE = 12  # tokens between a noun's participle and the verb: `sent last week by the embassy`


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens ``start`` to ``end``, and the name there or the pronoun, if it is one.

    ``partner`` is the second name of ``Ann Lee and Bob Ray said``.
    """

    start: int
    end: int
    name: Name | None = None
    pronoun: str | None = None
    head: int | None = None  # the noun of a description: ``woman`` in ``one woman in the town``
    partner: Name | None = None


def is_step(i: int, names: Names) -> bool:
    """Whether a token stands between a subject and its verb: an adverb, an auxiliary."""
    token = names.doc[i]
    if names.at(i) is not None:
        return False
    return token.lower_ in forms("step") or token.tag_ in ("RB", "MD")


def direct(end: int, floor: int, names: Names) -> Subject | None:
    """The pronoun or phrase right before ``end``."""
    pronoun = pronoun_at(end - 1, names)
    if pronoun is not None:
        return pronoun
    phrase = phrase_before(end, floor, names)
    if phrase is None or (phrase.start > floor and names.doc[phrase.start - 1].lower_ == "by"):
        held = _before_participle(end, floor, names)
        return of_phrase(held, names) if held is not None else None
    return of_phrase(phrase, names)


def _before_participle(end: int, floor: int, names: Names) -> Phrase | None:
    """What stands before a participle: ``a cable seen by the Tribune``, ``one sent Monday``."""
    for i in range(end - 1, max(floor, end - PARTICIPLE), -1):
        token = names.doc[i]
        if token.is_punct or token.tag_ in ("VBZ", "VBP", "MD", "WDT", "WP"):
            return None
        if token.tag_ in ("VBN", "VBD"):
            phrase = phrase_before(i, floor, names)
            if phrase is not None:
                return phrase
    return None


def pronoun_at(i: int, names: Names) -> Subject | None:
    """The pronoun at a token, if one stands there."""
    word = names.doc[i].lower_
    for kind in ("he", "she", "it", "they", "self"):
        if word in forms(kind):
            return Subject(i, i + 1, pronoun=kind)
    return None


def of_phrase(phrase: Phrase, names: Names) -> Subject:
    """A phrase whose head chunk ends with a name speaks by that name; else it is a description."""
    name = names.at(phrase.head_end - 1)
    if name is not None and not _is_modifier(name, phrase, names):
        return Subject(phrase.start, phrase.end, name=name)
    last = names.at(phrase.end - 1)
    if last is not None and last.is_person and _has_title(last, phrase, names):
        return Subject(phrase.start, phrase.end, name=last)  # `Secretary of State Ann Lee`
    return Subject(phrase.start, phrase.end, head=phrase.head_end - 1)


def _has_title(name: Name, phrase: Phrase, names: Names) -> bool:
    """Whether a person at the end of a phrase has a title there: no ``of`` right before it."""
    start = name.start
    while start > phrase.head_end and names.doc[start - 1].lower_ in honorifics():
        start -= 1
    before = names.doc[start - 1]
    in_link = before.lower_ in forms("link") or before.tag_ in ("DT", "POS")
    return name.start > phrase.head_end and not in_link


def _is_modifier(name: Name, phrase: Phrase, names: Names) -> bool:
    return name.end < phrase.head_end or names.doc[name.end - 1].tag_ == "POS"
