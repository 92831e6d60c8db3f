"""The noun phrase that does the saying, before or after its verb."""

from __future__ import annotations

from factdiff.kinds.speech.cues import forms
from factdiff.kinds.speech.phrases import Name, Names, Phrase, phrase_after, phrase_before
from factdiff.kinds.speech.shapes import Subject, direct, is_step, of_phrase, pronoun_at
from factdiff.kinds.speech.trees import before_day, by_tree, of_main_verb

OBJECTS = {"him": "he", "her": "she", "them": "they"}  # `a tape of him calling it`
TITLE = 4  # words of a title between a comma and the name

__all__ = ["Subject", "subject_after", "subject_before"]


def subject_before(cue: int, floor: int, names: Names) -> Subject | None:
    """Who stands before the verb at ``cue`` as its subject; looks back to ``floor`` only."""
    doc = names.doc
    end = cue
    while end > floor and is_step(end - 1, names):
        end -= 1
    if end == floor:
        return by_tree(cue, floor, names)
    last = doc[end - 1]
    if end == cue and doc[cue].tag_ == "VBG" and last.tag_ == "PRP" and last.lower_ in OBJECTS:
        return Subject(end - 1, end, pronoun=OBJECTS[last.lower_])
    if last.lower_ in forms("relative") and last.tag_ != "IN":
        return _antecedent(end - 1, floor, names)
    if last.text in (",", "—", "–", ")"):
        found = _before_comma(end, floor, names)
    else:
        found = direct(end, floor, names)
    found = found or before_day(end, floor, names) or by_tree(cue, floor, names)
    if found is None and doc[cue].tag_ == "VBG" and doc[cue - 1].text == ",":
        return of_main_verb(cue, floor, names)
    return found


def _before_comma(end: int, floor: int, names: Names) -> Subject | None:
    """``NAME, the head of …, said`` and ``the head of …, NAME, said``."""
    doc = names.doc
    last = phrase_before(end - 1, floor, names)
    if last is not None and last.start == last.head_start and last.start > floor:
        name = names.at(last.head_end - 1)
        comes_after_comma = doc[last.start - 1].text in (",", "—", "–")
        if name is not None and name.is_person and comes_after_comma:
            return Subject(last.start, last.end, name=name)
        words = doc[last.start : last.end]
        proper = all(word.tag_ == "NNP" and word.is_alpha for word in words)
        if name is None and comes_after_comma and proper and len(words) in (2, 3):
            return Subject(last.start, last.end)  # a name that the tagger alone has seen
    described: Subject | None = None
    for i in range(end - 2, max(floor, end - 60), -1):
        if doc[i].text not in (",", "—", "–", "("):
            continue
        phrase = phrase_before(i, floor, names)
        if phrase is None:
            continue
        subject = of_phrase(phrase, names)
        if subject.name is not None and subject.name.is_person:
            return subject
        if not _is_clause(i, end, names):
            described = subject
    return described


def _is_clause(start: int, end: int, names: Names) -> bool:
    """Whether a finite verb stands between: then the commas hold no apposition.

    ``The group, which spent a million, vowed`` is one phrase all the same.
    """
    if names.doc[min(start + 1, end - 1)].lower_ in ("who", "which", "whose"):
        return False
    return any(token.tag_ in ("VBD", "VBZ", "VBP") for token in names.doc[start : end - 1])


def _antecedent(relative: int, floor: int, names: Names) -> Subject | None:
    """Whom ``who said`` means: the phrase before it, with or without a comma."""
    end = relative
    if end > floor and names.doc[end - 1].text == ",":
        end -= 1
    phrase = phrase_before(end, floor, names) if end > floor else None
    if phrase is None:
        return None
    subject = of_phrase(phrase, names)
    # `Ann Lee, head of the office, who said so`
    before = names.at(phrase.start - 2) if phrase.start - 2 >= floor else None
    apposed = before is not None and before.is_person and names.doc[phrase.start - 1].text == ","
    if subject.name is None and apposed and before is not None:
        return Subject(before.start, before.end, name=before)
    return subject


def subject_after(start: int, ceiling: int, names: Names) -> Subject | None:
    """Who stands after the verb: ``said Ann Lee``, ``said the mayor of the town, Ann Lee``."""
    doc = names.doc
    while start < ceiling and is_step(start, names):
        start += 1
    if start >= ceiling:
        return None
    pronoun = pronoun_at(start, names)
    if pronoun is not None:
        return pronoun
    phrase = phrase_after(start, ceiling, names)
    if phrase is None:
        return None
    apposed = _apposed(phrase.end, ceiling, names)
    subject = of_phrase(phrase, names)
    if subject.name is None or not subject.name.is_person:
        inner = _person_inside(phrase, names)
        if inner is not None:
            return Subject(phrase.start, phrase.end, name=inner)
        if subject.name is None and apposed is not None and doc[phrase.end].text == ",":
            return Subject(phrase.start, apposed.end, name=apposed)
    return subject


def _person_inside(phrase: Phrase, names: Names) -> Name | None:
    """``said analyst Ann Lee Monday``: a person in the head chunk who owns nothing in it."""
    doc = names.doc
    for name in names.between(phrase.head_start, phrase.head_end):
        possessive = name.end < len(doc) and doc[name.end].text in ("'s", "’s", "'", "’")
        if name.is_person and not possessive:
            return name
    return None


def _apposed(comma: int, ceiling: int, names: Names) -> Name | None:
    """The person behind a comma, past a title: ``said the head of the panel, Judge Ann Lee``."""
    for i in range(comma + 1, min(ceiling, comma + TITLE + 2)):
        name = names.at(i)
        if name is not None and name.is_person:
            owns = name.end < len(names.doc) and names.doc[name.end].text in ("'s", "’s")
            return name if name.start == i and not owns else None
        if not names.doc[i].text[:1].isupper() and names.doc[i].pos_ not in ("NOUN", "ADJ"):
            return None  # `said the head of the panel, Swedish lawmaker Ann Lee`
    return None
