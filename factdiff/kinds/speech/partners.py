"""Two who speak as one: ``Ann Lee and Bob Ray said``."""

from __future__ import annotations

from dataclasses import replace

from factdiff.kinds.speech.phrases import Name, Names, phrase_after
from factdiff.kinds.speech.subjects import Subject

OPENING = 7  # tokens from the beginning of a clause within which its first subject stands


def with_partner_before(subject: Subject, floor: int, names: Names) -> Subject:
    """The subject with the name that stands before it and ``and``, if both begin the clause."""
    doc = names.doc
    at = subject.start - 1
    if subject.name is None or at - 1 <= floor or doc[at].lower_ != "and":
        return subject
    if doc[at - 1].text == ",":
        first = _first_of_clause(floor, at, subject.name, names)
    else:
        first = names.at(at - 1)
    if first is None or first.start - floor > OPENING or not _are_alike(first, subject.name):
        return subject
    return replace(subject, start=first.start, name=first, partner=subject.name)


def _first_of_clause(floor: int, end: int, last: Name, names: Names) -> Name | None:
    """``Ann Lee, who is for it, and Bob Ray``: a name that a comma follows."""
    for name in names.between(floor, end):
        followed = name.end < end and names.doc[name.end].text == ","
        if _are_alike(name, last) and followed and names.doc[name.end + 1].lower_ != "and":
            return name
    return None


def with_partner_after(subject: Subject, ceiling: int, names: Names) -> Subject:
    """The subject with the name that follows it and ``and``, where nothing is said of that."""
    doc = names.doc
    if subject.name is None or subject.end >= ceiling or doc[subject.end].lower_ != "and":
        return subject
    phrase = phrase_after(subject.end + 1, ceiling, names)
    if phrase is None:
        return subject
    name = names.at(phrase.head_end - 1)
    closes = phrase.end >= ceiling or not doc[phrase.end].is_alpha or doc[phrase.end].lower_ == "in"
    if name is None or not closes or not _are_alike(name, subject.name):
        return subject
    return replace(subject, end=phrase.end, partner=name)


def _are_alike(one: Name, other: Name) -> bool:
    return one.claim.kind is other.claim.kind and str(one.claim.value) != str(other.claim.value)
