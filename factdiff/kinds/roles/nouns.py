"""Role nouns among the tokens of a Doc, and the noun phrases that they head."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Token

from factdiff.kinds.roles.tables import longest_head, modifiers, no_heads
from factdiff.kinds.roles.value import known
from factdiff.kinds.speech import Names
from factdiff.kinds.speech.cues import forms

LONGEST = 22  # tokens of one role
NOUN_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "logist", "grapher")
ACRONYM = 5  # letters
COMMA = frozenset({",", "—", "–", "--"})
ARTICLES = frozenset({"a", "an", "the"})
MODIFIERS = ("former", "past", "present", "future", "rank", "weak")
LINKS = frozenset({"of", "for", "in", "at", "with", "on", "to", "from", "under"})

UNITS = frozenset({"year", "years", "months", "weeks", "days", "decade", "decades"})


@dataclass(frozen=True, slots=True)
class Noun:
    """A role noun at tokens ``start`` to ``end``."""

    start: int
    end: int
    plural: bool = False


def noun_ending(end: int, names: Names, *, guess: bool = False) -> Noun | None:
    """The role noun whose last token stands right before ``end``.

    With ``guess`` a common noun that looks like an occupation (``stevedorer``) counts too.
    """
    doc = names.doc
    if end <= 0 or _in_person(end - 1, names) or _is_verb(doc[end - 1]):
        return None
    if doc[end - 1].lower_ in ("elect", "designate") and end >= 3 and doc[end - 2].text == "-":
        inner = noun_ending(end - 2, names)
        return Noun(inner.start, end) if inner is not None else None
    for size in range(min(longest_head() + 1, end), 0, -1):
        words = " ".join(token.lower_ for token in doc[end - size : end])
        found = known(words.replace(" - ", "-"))  # `governor-general`, three tokens
        if found is not None and not _in_person(end - size, names):
            return Noun(end - size, end, plural=_is_plural(doc[end - 1], found.form))
    if guess and _looks_like_one(doc[end - 1]):
        return Noun(end - 1, end)
    return None


def _is_verb(token: Token) -> bool:
    """``the mayor accused Lee``: a verb in form of a noun."""
    return token.is_lower and token.tag_.startswith("VB")


def _in_person(i: int, names: Names) -> bool:
    name = names.at(i)
    return name is not None and name.is_person


def _is_plural(last: Token, form: str) -> bool:
    return last.lower_.endswith(("s", "men")) and not form.endswith(last.lower_)


def _looks_like_one(token: Token) -> bool:
    word = token.lower_
    return (
        token.tag_ == "NN"
        and token.is_lower
        and len(word) > 5
        and word.endswith(NOUN_ENDINGS)
        and word not in no_heads()
        and word not in forms("calendar")
    )


def noun_before(end: int, names: Names, *, guess: bool = True) -> Noun | None:
    """The role noun of the title that ends before ``end``: ``Chief of Detectives Ann Lee``."""
    found = noun_ending(end, names, guess=guess)
    doc = names.doc
    if found is not None:
        of = found.start - 1
        outer = noun_ending(of, names) if of > 0 and doc[of].lower_ == "of" else None
        return Noun(outer.start, end) if found.plural and outer is not None else found
    for i in range(end - 1, max(0, end - 8), -1):
        token = doc[i]
        if token.lower_ == "of":
            noun = noun_ending(i, names)
            if noun is not None and noun.end == i and i < end - 1:
                return Noun(noun.start, end)
            return None
        capital = token.text[:1].isupper() or token.lower_ in ("the", "and", "&")
        if _in_person(i, names) or not (capital or token.tag_.startswith("NN")):
            return None
    return None


def left_edge(noun: Noun, names: Names) -> int:
    """Where the noun phrase begins that the role noun ends: its modifiers and its body's name."""
    doc = names.doc
    start = noun.start
    possessive = False
    while start > max(0, noun.start - LONGEST):
        token = doc[start - 1]
        if token.lower_ in ARTICLES:
            # `the party's chief` belongs to the party; `the chief` is the bare office
            if possessive:
                return start - 1
            break
        if token.tag_ == "PRP$":
            return start - 1
        if token.tag_ == "POS" or token.text in ("'s", "’s"):
            possessive = True
            start -= 1
            continue
        step = _step_left(start, names)
        if step == start:
            break
        start = step
    while start < noun.start and is_left_out(doc[start]):
        start += 1
    return start


def _step_left(start: int, names: Names) -> int:
    doc = names.doc
    token = doc[start - 1]
    name = names.at(start - 1)
    if name is not None:
        owns = doc[start].text in ("'s", "’s", "'", "’")
        acronym = token.text.isupper() and len(token) <= ACRONYM  # `FBI` taken for a man
        return name.start if not name.is_person or owns or acronym else start
    if token.is_space or _is_calendar(token):
        return start
    if token.text in ("-", "–") and not token.whitespace_:
        return max(0, start - 2)  # with what it ties on: `far-right leader`
    if token.text in ("and", "&"):
        return _over_and(start, names)
    return start - 1 if _is_modifier(token) else start


def _is_modifier(token: Token) -> bool:
    if token.tag_.startswith(("NN", "JJ")) or token.pos_ in ("NOUN", "PROPN", "ADJ"):
        return True
    if any(token.lower_ in modifiers(kind) for kind in MODIFIERS):
        return True
    return not token.tag_ and token.text[:1].isupper() and token.is_alpha


def _over_and(start: int, names: Names) -> int:
    """``Director and Secretary Ann Lee``, ``political and legal affairs chief``."""
    doc = names.doc
    noun = noun_ending(start - 1, names)
    if noun is not None:
        return noun.start
    both = start >= 2 and doc[start - 2].pos_ == "ADJ" and doc[start].pos_ in ("ADJ", "NOUN")
    return start - 2 if both else start


def is_left_out(token: Token) -> bool:
    """Ages and stray marks before a role: ``32-year-old protester``."""
    return (
        token.lower_.endswith(("-year-old", "year-old", "-old"))
        or token.like_num
        or token.is_punct
        or token.lower_ in ("year", "old")
        or (token.tag_ == "CD")
    )


def phrase_from(
    start: int, ceiling: int, names: Names, *, guess: bool = False
) -> tuple[int, int, Noun] | None:
    """The role phrase that begins at ``start``: its first and last token bound, and its noun.

    ``a former deputy party secretary under Lee``, ``president and chief executive of the bank``.
    """
    doc = names.doc
    ceiling = min(ceiling, start + LONGEST)
    begin = _after_lead(start, ceiling, names)
    end, noun = _chunk(begin, ceiling, names, guess=guess)
    if noun is None:
        return None
    while end + 1 < ceiling and doc[end].lower_ in ("and", "&"):
        further, second = _chunk(end + 1, ceiling, names, guess=False)
        if second is None:
            break
        end, noun = further, second
    return begin, _over_links(end, ceiling, names), noun


def _after_lead(start: int, ceiling: int, names: Names) -> int:
    """Past ``also``, ``now``, ``who is``, an age; ``one of the 25 members`` stays whole."""
    doc = names.doc
    while start < ceiling and (doc[start].tag_ == "RB" or doc[start].lower_ in forms("step")):
        start += 1
    first = start + (start < ceiling and doc[start].lower_ in ARTICLES)
    for end in (first + 1, first + 5):  # `a 42-year-old trader`: one token or five
        if end < ceiling and doc[first:end].text.lower().endswith("-year-old"):
            return end
    return start


def _chunk(start: int, ceiling: int, names: Names, *, guess: bool) -> tuple[int, Noun | None]:
    """A run of nominal tokens that ends with a role noun, else None."""
    doc = names.doc
    end = start
    if doc[start : start + 2].text.lower() == "one of":
        end = start + 2
    while end < ceiling and _is_inside(end, names):
        name = names.at(end)
        if name is not None and name.is_person:
            possessive = name.end < len(doc) and doc[name.end].text in ("'s", "’s", "'")
            if not possessive:
                return end, None
            end = name.end
        else:
            end = name.end if name is not None else end + 1
    end = min(end, ceiling)
    return end, noun_ending(end, names, guess=guess) if end > start else None


def _is_inside(i: int, names: Names) -> bool:
    token = names.doc[i]
    if names.at(i) is not None:
        return True
    if token.is_space or token.lower_ in LINKS or _is_calendar(token):
        return False
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "DET")
        or token.tag_.startswith(("NN", "JJ", "CD", "DT", "PRP$", "POS"))
        or token.tag_ in ("VBN", "VBG", "RBS", "HYPH")
        or token.text in ("'s", "’s", "'", "-", "–")
        or (not token.tag_ and token.is_alpha and token.lower_ not in forms("conjunction"))
    )


def _is_calendar(token: Token) -> bool:
    """A day or time word, or the ``last`` before it; not ``year`` in ``15-year employee``."""
    doc = token.doc
    before = doc[token.i - 1].text if token.i else ""
    after = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if token.lower_ in ("last", "next", "this"):
        return after in forms("calendar")
    return (token.lower_ in forms("calendar") or token.text == "May") and "-" not in (before, after)


def _over_links(end: int, ceiling: int, names: Names) -> int:
    """Past ``of the bank``, ``with the agency``; not past ``in the capital`` behind a body."""
    doc = names.doc
    body_seen = False
    while end + 1 < ceiling and doc[end].lower_ in LINKS:
        link = doc[end].lower_
        first = names.at(end + 1)
        place = first is not None and first.claim.kind == "place"
        if (link in ("in", "on", "from") and body_seen and place) or not _is_inside(end + 1, names):
            break
        if link not in ("of", "for") and (doc[end + 1].like_num or doc[end + 1].tag_ == "CD"):
            break  # `president of the club in 2002`
        if doc[end + 1].tag_ in ("JJR", "RBR") or (link == "for" and _is_duration(end + 1, names)):
            break  # `a deputy for less than two years`, `mayor for ten years`
        further = _run(end + 1, ceiling, names)
        if further == end + 1:
            break
        body_seen = body_seen or link in ("of", "at", "with", "for")
        end = further
    return end


def _is_duration(start: int, names: Names) -> bool:
    """``ten years``, ``a decade``, ``the last two years``."""
    ahead = (token.lower_ for token in names.doc[start : start + 4])
    words = list(takewhile(lambda word: word not in (",", "of", "in", "at"), ahead))
    return any(word in UNITS for word in words)


def _run(start: int, ceiling: int, names: Names) -> int:
    doc = names.doc
    end = start
    while end < ceiling:
        name = names.at(end)
        if name is not None and name.is_person and end > start:
            break
        if _is_inside(end, names):
            end = name.end if name is not None else end + 1
        elif doc[end].text in ("and", "&") and _goes_on_in_capitals(end + 1, ceiling, names):
            end += 1  # `of the City Press and Free Sunday newspapers`
        else:
            break
    return min(end, ceiling)


def _goes_on_in_capitals(i: int, ceiling: int, names: Names) -> bool:
    return i < ceiling and names.doc[i].text[:1].isupper() and not _in_person(i, names)
