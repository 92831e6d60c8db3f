"""The noun phrase that does the saying, before or after its verb."""

from __future__ import annotations

from dataclasses import dataclass

from factdiff.kinds.speech.cues import forms, honorifics
from factdiff.kinds.speech.phrases import Name, Names, Phrase, phrase_after, phrase_before
from factdiff.kinds.syntax import SUBJECTS, children, is_verb

PARTICIPLE = 12  # tokens between a noun's participle and the verb: `sent last week by the embassy`
MAIN = 30  # tokens at the beginning of a clause among which its verb stands
TITLE = 4  # words of a title between a comma and the name


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


def subject_before(cue: int, floor: int, names: Names) -> Subject | None:
    """Who stands before the verb at ``cue`` as its subject; looks back to ``floor`` only."""
    doc = names.doc
    end = cue
    while end > floor and _is_step(end - 1, names):
        end -= 1
    if end == floor:
        return _by_tree(cue, floor, names)
    last = doc[end - 1]
    if last.lower_ in forms("relative") and last.tag_ != "IN":
        return _antecedent(end - 1, floor, names)
    if last.text in (",", "—", "–", ")"):
        found = _before_comma(end, floor, names)
    else:
        found = _direct(end, floor, names)
    found = found or _by_tree(cue, floor, names)
    if found is None and doc[cue].tag_ == "VBG" and doc[cue - 1].text == ",":
        return _of_main_verb(cue, floor, names)
    return found


def _is_step(i: int, names: Names) -> bool:
    token = names.doc[i]
    if names.at(i) is not None:
        return False
    return token.lower_ in forms("step") or token.tag_ in ("RB", "MD")


def _direct(end: int, floor: int, names: Names) -> Subject | None:
    pronoun = _pronoun(end - 1, names)
    if pronoun is not None:
        return pronoun
    phrase = phrase_before(end, floor, names)
    if phrase is None or (phrase.start > floor and names.doc[phrase.start - 1].lower_ == "by"):
        held = _before_participle(end, floor, names)
        return _of_phrase(held, names) if held is not None else None
    return _of_phrase(phrase, names)


def _before_participle(end: int, floor: int, names: Names) -> Phrase | None:
    """What stands before a participle: ``a cable seen by the Tribune``, ``one sent Monday``."""
    for i in range(end - 1, max(floor, end - PARTICIPLE), -1):
        token = names.doc[i]
        if token.is_punct or token.tag_ in ("VBZ", "VBP", "MD", "CC", "WDT", "WP"):
            if token.tag_ != "CC":
                return None
        if token.tag_ in ("VBN", "VBD"):
            phrase = phrase_before(i, floor, names)
            if phrase is not None:
                return phrase
    return None


def _pronoun(i: int, names: Names) -> Subject | None:
    word = names.doc[i].lower_
    for kind in ("he", "she", "it", "they", "self"):
        if word in forms(kind):
            return Subject(i, i + 1, pronoun=kind)
    return None


def _of_phrase(phrase: Phrase, names: Names) -> Subject:
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
        subject = _of_phrase(phrase, names)
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
    subject = _of_phrase(phrase, names)
    # `Ann Lee, head of the office, who said so`
    before = names.at(phrase.start - 2) if phrase.start - 2 >= floor else None
    apposed = before is not None and before.is_person and names.doc[phrase.start - 1].text == ","
    if subject.name is None and apposed and before is not None:
        return Subject(before.start, before.end, name=before)
    return subject


def subject_after(start: int, ceiling: int, names: Names) -> Subject | None:
    """Who stands after the verb: ``said Ann Lee``, ``said the mayor of the town, Ann Lee``."""
    doc = names.doc
    while start < ceiling and _is_step(start, names):
        start += 1
    if start >= ceiling:
        return None
    pronoun = _pronoun(start, names)
    if pronoun is not None:
        return pronoun
    phrase = phrase_after(start, ceiling, names)
    if phrase is None:
        return None
    apposed = _apposed(phrase.end, ceiling, names)
    subject = _of_phrase(phrase, names)
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
        if not names.doc[i].text[:1].isupper():
            return None
    return None


def _by_tree(cue: int, floor: int, names: Names) -> Subject | None:
    """What the parser takes for the subject; of a participle or a second verb, of the first."""
    token = names.doc[cue]
    for _ in range(3):
        for child in children(token):
            if child.dep_ in SUBJECTS and floor <= child.i < cue:
                return _at(child.i, names)
        if token.dep_ not in ("conj", "advcl", "xcomp", "acl", "parataxis"):
            return None
        if token.i == cue and token.i and token.nbor(-1).text == "," and token.tag_ != "VBG":
            return None  # `Ten died, said Lee`: the ten said nothing
        clause, token = token, token.head
        if not is_verb(token):
            # the parser took a sentence for `the president weighed in, telling …`
            held = clause.dep_ == "acl" and floor <= token.i < clause.i < cue
            return _at(token.i, names) if held and clause.tag_ == "VBD" else None
    return None


def _person_behind(i: int, names: Names) -> Name | None:
    """The person whose name stands right behind a title at ``i``, past an honorific."""
    for at in range(i + 1, min(i + 4, len(names.doc))):
        name = names.at(at)
        if name is not None:
            return name if name.is_person else None
        if names.doc[at].lower_ not in honorifics():
            return None
    return None


def _of_main_verb(cue: int, floor: int, names: Names) -> Subject | None:
    """Of ``saying`` the subject of the clause's first verb: ``A judge barred it, saying``."""
    for i in range(floor + 1, min(cue, floor + MAIN)):
        if names.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") and names.at(i) is None:
            return _direct(i, floor, names) or _at_calendar(i, floor, names)
    return None


def _at_calendar(verb: int, floor: int, names: Names) -> Subject | None:
    """``A judge on Thursday barred``: past the day between a subject and its verb."""
    end = verb
    while end > floor and (names.doc[end - 1].lower_ in forms("calendar")):
        end -= 1
    if end < verb and end > floor and names.doc[end - 1].lower_ in ("on", "in", "late", "early"):
        end -= 1
    return _direct(end, floor, names) if end < verb else None


def _at(i: int, names: Names) -> Subject | None:
    pronoun = _pronoun(i, names)
    if pronoun is not None:
        return pronoun
    name = names.at(i)
    if name is not None:
        return Subject(name.start, name.end, name=name)
    titled = _person_behind(i, names)
    if titled is not None:
        return Subject(i, titled.end, name=titled)  # `Local MP Sir Bob Ray`
    phrase = phrase_before(i + 1, max(0, i - 12), names)
    return _of_phrase(phrase, names) if phrase is not None else None
