"""Roles that stand beside a name: titles before it, appositions around it, a party in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from factdiff.kinds.context import text_of
from factdiff.kinds.roles.nouns import (
    ARTICLES,
    COMMA,
    Noun,
    is_left_out,
    left_edge,
    noun_before,
    phrase_from,
)
from factdiff.kinds.roles.tables import closers, modifiers, party_words
from factdiff.kinds.roles.value import known
from factdiff.kinds.speech import Names
from factdiff.kinds.speech.cues import forms, honorifics
from factdiff.kinds.speech.phrases import Name, is_nominal
from factdiff.model import Span

# `(D-W.Va.)`, `, R-Texas,`
PARTY = re.compile(r"\s?(?:\(|,\s)(([DRI])-([A-Z][A-Za-z. ]{1,14}?))(?=\)|,)")


@dataclass(frozen=True, slots=True)
class Found:
    """A role at ``span`` given to ``person``; ``words`` where they are not the span's own.

    ``tense`` is empty where the role's own words decide it.
    """

    span: Span
    person: str
    words: str | None = None
    tense: str = ""


def roles_beside(name: Name, names: Names) -> Iterator[Found]:
    """The roles around one mention of a person."""
    person = str(name.claim.value)
    before = _before(name, names)
    if before is not None:
        start, noun = before
        for first, last in _split_times(start, noun.end, names):
            yield Found(_span(names, first, last), person)
        if noun.plural:
            for other in _others_in_list(name, names):
                yield Found(_span(names, start, noun.end), str(other.claim.value))
        yield from _before_title(start, name, names)
    yield from _party(name, names)
    after = _after(name, names)
    if after is not None:
        for start, end in _split_times(*after, names):
            yield Found(_span(names, start, end), person)


def _span(names: Names, start: int, end: int) -> Span:
    doc = names.doc
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def _before(name: Name, names: Names) -> tuple[int, Noun] | None:
    """``police boss Lee``; ``the town's mayor, Ann Lee,``."""
    doc = names.doc
    end = name.start
    if end and doc[end - 1].is_space and doc[max(0, end - 2)].text.endswith("."):
        end -= 1  # a line broken after `the Rev.`
    while end and doc[end - 1].lower_ in honorifics():
        end -= 1
    end = _before_age(end, names)
    if end and doc[end - 1].text in COMMA:
        return _apposed_before(end - 1, name, names)
    noun = noun_before(end, names)
    if noun is None:
        return None
    start = left_edge(noun, names)
    head = known(doc[noun.start : noun.end].text.lower())
    if head is not None and head.role_class == "relation" and start == noun.start:
        return None if doc[start].text[:1].isupper() else (start, noun)  # `Mother Teresa`
    return start, noun


def _before_title(start: int, name: Name, names: Names) -> Iterator[Found]:
    """``A spokesman for the force, Colonel Ann Lee, said``: the role before the title too."""
    doc = names.doc
    if start > 1 and doc[start - 1].text in COMMA and doc[start].text[:1].isupper():
        first = _apposed_before(start - 1, name, names)
        if first is not None:
            yield Found(_span(names, first[0], first[1].end), str(name.claim.value))


def _before_age(end: int, names: Names) -> int:
    """Past ``43-year-old``, one token or five."""
    doc = names.doc
    if end and doc[end - 1].lower_.endswith("-year-old"):
        return end - 1
    if end > 4 and doc[end - 5 : end].text.lower().endswith("-year-old"):
        return end - 5
    return end


def _apposed_before(comma: int, name: Name, names: Names) -> tuple[int, Noun] | None:
    doc = names.doc
    after = doc[name.end] if name.end < len(doc) else None
    joined = after is not None and after.lower_ in ("and", "&")
    if after is not None and not (after.text in closers() or after.is_space or joined):
        return None
    # the phrase may end with its body or place: `head of the city's fire service, Ann Lee,`
    for end in range(comma, max(0, comma - 14), -1):
        if end < comma and doc[end].lower_ not in forms("link"):
            continue
        noun = noun_before(end, names, guess=False)
        if noun is None or noun.end != end:
            continue
        start = left_edge(noun, names)
        lead = _lead(start, names)
        definite = (
            lead.lower_ == "the" or doc[start].tag_ == "PRP$" or _has_owner(start, end, names)
        )
        listed = noun.plural and any(True for _ in _others_in_list(name, names))
        if noun.plural != listed or not (definite or _introduced(lead, name, names)):
            return None
        return start, replace(noun, end=comma)
    return None


def _introduced(lead: Token, name: Name, names: Names) -> bool:
    """``A federal mediator, Ann Lee, was``: a full name between commas, and no other role behind.

    ``Seen by a doctor, Ann Lee, his lawyer, said`` is about two persons.
    """
    doc = names.doc
    full = name.end - name.start > 1 and name.end < len(doc) and doc[name.end].text == ","
    return full and lead.lower_ in ("a", "an") and _after(name, names) is None


def _lead(start: int, names: Names) -> Token:
    """The word before a role and what was left out of it: ``the fifteen-year employee``."""
    doc = names.doc
    while start > 1 and is_left_out(doc[start - 1]) and doc[start - 1].text not in COMMA:
        start -= 1
    return doc[max(0, start - 1)]


def _has_owner(start: int, end: int, names: Names) -> bool:
    return any(token.text in ("'s", "’s", "'", "’") for token in names.doc[start:end])


def _others_in_list(name: Name, names: Names) -> Iterator[Name]:
    """The further names of ``Presidents Ann Lee, Bo Li and Cy Ng``."""
    doc = names.doc
    end = name.end
    for _ in range(10):
        while end < len(doc) and (doc[end].text in (",", "and", "&") or _is_age(end, names)):
            end += 1
        other = names.at(end) if end < len(doc) else None
        if other is None or not other.is_person or other.start != end:
            return
        yield other
        end = other.end


def _is_age(i: int, names: Names) -> bool:
    """``Ann Lee, 45, and Bo Li``."""
    doc = names.doc
    return doc[i].like_num and i + 1 < len(doc) and doc[i - 1].text == doc[i + 1].text == ","


def _party(name: Name, names: Names) -> Iterator[Found]:
    text = text_of(names.doc)
    end = name.claim.end
    match = PARTY.match(text, end)
    if match is None:
        return
    state = party_words("state").get(match.group(3).strip())
    party = party_words("party")[match.group(2)]
    if state is not None:
        span = Span(match.start(1), match.end(1))
        yield Found(span, str(name.claim.value), words=f"{party} of {state}")


def _after(name: Name, names: Names) -> tuple[int, int] | None:
    """``Ann Lee, a former head of the office,``; ``Ann Lee (D-Ohio), chair of …``."""
    doc = names.doc
    start = _past_details(name.end, names)
    if start is None:
        return None
    found = phrase_from(start, len(doc), names, guess=doc[start].lower_ in ARTICLES - {"the"})
    if found is None:
        return None
    begin, end, noun = found
    if noun.plural and doc[begin].lower_ not in ("one", "among"):
        return None
    if names.at(end - 1) is None or end < len(doc):
        end = _with_body(end, names)
    after = doc[end] if end < len(doc) else None
    if after is not None and after.tag_.startswith("VB") and doc[begin].lower_ == "the":
        return None  # `Lee, the mayor said`: somebody else speaks
    if _leads_to_person(end, names):
        return None
    return begin, end


def _leads_to_person(end: int, names: Names) -> bool:
    """``Lee, President Li``, ``Lee, director and chief Li``: the title of the next name."""
    doc = names.doc
    for i in range(end, min(len(doc), end + 8)):
        name = names.at(i)
        if name is not None and name.is_person:
            return i == end or noun_before(i, names, guess=False) is not None
        if doc[i].text not in ("and", "&") and not is_nominal(doc[i], names):
            return False
    return False


def _past_details(end: int, names: Names) -> int | None:
    """Past the comma after a name, and past an age or a home town: ``Ann Lee, 45, a baker``."""
    doc = names.doc
    party = PARTY.match(text_of(doc), doc[end - 1].idx + len(doc[end - 1]))
    while party is not None and end < len(doc) and doc[end].idx < party.end(1):
        end += 1
    if party is not None and end < len(doc) and doc[end].text == ")":
        end += 1
    if end < len(doc) and doc[end].text == "(":
        closing = next((i for i in range(end, min(len(doc), end + 8)) if doc[i].text == ")"), None)
        end = closing + 1 if closing is not None else end
    if end + 2 < len(doc) and doc[end].lower_ == "of" and names.at(end + 1) is not None:
        end = _end_of_name(end + 1, names)  # `Ann Lee of Ohio, chair of …`
    if end + 1 >= len(doc) or doc[end].text not in COMMA:
        return None
    start = end + 1
    if doc[start].like_num and start + 2 < len(doc) and doc[start + 1].text == ",":
        start += 2
    elif doc[start].lower_ == "of":
        stop = next((i for i in range(start, min(len(doc), start + 6)) if doc[i].text == ","), None)
        start = stop + 1 if stop is not None else start
    return start if start < len(doc) and not doc[start].is_space else None


def _end_of_name(i: int, names: Names) -> int:
    name = names.at(i)
    return i if name is None or name.is_person else name.end


def _with_body(end: int, names: Names) -> int:
    """``president, the Lee Bank.``: a body after one more comma, as press releases have it."""
    doc = names.doc
    if end + 1 < len(doc) and doc[end].text == ",":
        name = names.at(end + 1)
        closes = name is not None and (name.end == len(doc) or doc[name.end].text in closers())
        if name is not None and closes and name.claim.kind == "organization":
            return name.end
    return end


def _split_times(start: int, end: int, names: Names) -> list[tuple[int, int]]:
    """``a retired admiral and former adviser`` as two roles; ``president and chief`` as one."""
    doc = names.doc
    for i in range(start + 1, end - 1):
        after = doc[i + 1].lower_
        timed = any(after in modifiers(kind) for kind in ("former", "past", "future", "present"))
        timed = timed or any(token.lower_ == "retired" for token in doc[start:i])
        if doc[i].lower_ in ("and", "&") and (timed or after in ARTICLES):
            return [(start, i), *_split_times(i + 1, end, names)]
    return [(start, end)]
