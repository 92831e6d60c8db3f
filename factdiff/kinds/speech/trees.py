"""The subject of a verb as the parser has it, or that of the clause's first verb."""

from __future__ import annotations

from factdiff.kinds.speech.cues import forms, honorifics
from factdiff.kinds.speech.phrases import Name, Names, phrase_before
from factdiff.kinds.speech.shapes import Subject, direct, of_phrase, pronoun_at
from factdiff.kinds.syntax import SUBJECTS, children, is_verb

MAIN = 30  # tokens at the beginning of a clause among which its verb stands


def of_main_verb(cue: int, floor: int, names: Names) -> Subject | None:
    """Of ``saying`` the subject of the clause's first verb: ``A judge barred it, saying``."""
    for i in range(floor + 1, min(cue, floor + MAIN)):
        if names.doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") and names.at(i) is None:
            return direct(i, floor, names) or before_day(i, floor, names)
    return None


def before_day(verb: int, floor: int, names: Names) -> Subject | None:
    """``A judge on Thursday barred``: past the day between a subject and its verb."""
    end = verb
    while end > floor and (names.doc[end - 1].lower_ in forms("calendar")):
        end -= 1
    if end < verb and end > floor and names.doc[end - 1].lower_ in ("on", "in", "late", "early"):
        end -= 1
    return direct(end, floor, names) if end < verb else None


def by_tree(cue: int, floor: int, names: Names) -> Subject | None:
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


def _at(i: int, names: Names) -> Subject | None:
    pronoun = pronoun_at(i, names)
    if pronoun is not None:
        return pronoun
    name = names.at(i)
    if name is not None:
        return Subject(name.start, name.end, name=name)
    titled = _person_behind(i, names)
    if titled is not None:
        return Subject(i, titled.end, name=titled)  # `Local MP Sir Bob Ray`
    phrase = phrase_before(i + 1, max(0, i - 12), names)
    return of_phrase(phrase, names) if phrase is not None else None
