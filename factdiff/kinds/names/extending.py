"""Names that go on where the tagger stopped: `Men's Central Jail`, `University of … at …`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from factdiff.kinds.names.fold import words
from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.lowercase import all_origin, lower_body
from factdiff.kinds.names.mentions import Mention, name_text, plain, title_phrases
from factdiff.kinds.names.tables import body_words, clues, equivalents, word_list
from factdiff.model import Kind

POSSESSIVES = ("'s", "’s", "'", "’")
LONGEST = 9  # tokens that a name may grow to


def extended(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The mentions, each grown or cut where its neighbours say so; none overlaps another."""
    ordered = sorted(found, key=lambda m: (m.start, -m.end))
    kept: list[Mention] = []
    at = 0
    while at < len(ordered):
        mention = ordered[at]
        at += 1
        if kept and kept[-1].end > mention.start:
            continue
        mention = _grown_left(doc, _without_title_behind(doc, mention))
        if mention.end <= mention.start:
            continue
        following = ordered[at] if at < len(ordered) else None
        kept.append(_grown(doc, mention, following))
    return kept


def _renamed(doc: Doc, mention: Mention, end: int, kind: Kind) -> Mention:
    return replace(mention, end=end, kind=kind, name=name_text(doc, mention.start, end))


def _without_title_behind(doc: Doc, mention: Mention) -> Mention:
    """`Alaska Gov.` before `Sarah Palin`, `White House Press` before `Secretary`: titles go."""
    if mention.kind is Kind.PERSON:
        return mention
    follows = _name_follows(doc, mention.end)
    for cut in range(1, min(3, mention.end - mention.start) + 1):
        for ahead in (0, 1, 2):
            phrase = tuple(plain(t.text) for t in doc[mention.end - cut : mention.end + ahead])
            short = doc[mention.end - 1].text.endswith(".")  # `Gov.` is never part of a name
            alone = (cut > 1 or short) and not _owns(doc, mention)
            if phrase in title_phrases() and (follows or alone):
                end = mention.end - cut
                kind = mention.kind
                if _is_place(doc, mention.start, end):
                    kind = Kind.PLACE
                if end == mention.start:
                    return replace(mention, end=end)
                return _renamed(doc, mention, end, kind)
    return mention


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are known for a country or place: the label was that of a longer name."""
    name = doc[start:end].text
    return country_of(name) is not None or words(name) in equivalents("place")


def _owns(doc: Doc, mention: Mention) -> bool:
    """Whether a possessive ending stands behind: `the Attorney General's Office`."""
    return mention.end < len(doc) and doc[mention.end].text in POSSESSIVES


def _name_follows(doc: Doc, end: int) -> bool:
    """Whether a capitalised word or a person stands directly behind."""
    return end < len(doc) and doc[end].text[:1].isupper() and not doc[end].is_sent_start


def _grown_left(doc: Doc, mention: Mention) -> Mention:
    """`Prosecutor` + `General's Office`: the tagger began one word too late."""
    start = mention.start
    if mention.kind is Kind.PERSON or not start or doc[start].lower_ != "general":
        return mention
    before = doc[start - 1]
    if not before.text[:1].isupper() or before.lower_ not in word_list("general_office"):
        return mention
    name = name_text(doc, start - 1, mention.end)
    return replace(mention, start=start - 1, name=name, kind=Kind.ORGANIZATION)


def _grown(doc: Doc, mention: Mention, following: Mention | None) -> Mention:
    for rule in (_capital, _of_place, _and_more, _bodies_behind):
        grown = rule(doc, mention, following)
        if grown is not None:
            return grown
    for alone in (_possessive_body, _administration, lower_body):
        grown = alone(doc, mention)
        if grown is not None:
            return grown
    return mention


def _possessive_body(doc: Doc, mention: Mention) -> Mention | None:
    """`Men` + `'s Central Jail`, `Marion County Sheriff` + `'s Office`, `Sam` + `'s Club`."""
    at = _behind_possessive(doc, mention.end)
    if at is None:
        return None
    whole_country = mention.kind is Kind.PLACE and all_origin(doc, mention)
    if whole_country or mention.kind is Kind.GROUP:
        return None
    end = _capitals(doc, at)
    if (
        end < len(doc)
        and doc[end].text in word_list("facility")
        and mention.kind is not Kind.PERSON
    ):
        return _renamed(doc, mention, end + 1, Kind.PLACE)
    last = plain(doc[end - 1].text) if end > at else ""
    single = mention.end - mention.start == 1
    if last in _last_words() and (single or mention.kind is not Kind.PERSON):
        return _renamed(doc, mention, end, _last_words()[last])
    return None


def _behind_possessive(doc: Doc, at: int) -> int | None:
    """The token behind a possessive ending at ``at``, or None; `’ s` is one torn apart."""
    if at >= len(doc) or not doc[at].text.startswith(("'", "’")):
        return None
    if doc[at].text in ("'", "’") and at + 1 < len(doc) and doc[at + 1].text == "s":
        return at + 2
    return at + 1 if doc[at].text in POSSESSIVES else None


def _capitals(doc: Doc, at: int) -> int:
    """Where a run of capitalised words that begins at ``at`` ends."""
    end = at
    while end < len(doc) and end - at < 4 and _is_capital(doc[end]):
        end += 1
    return end


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and (token.is_title or token.is_upper or "-" in token.text)


def _last_words() -> dict[str, Kind]:
    """Words that end names of bodies and facilities, with the kind that they tell."""
    return {
        word: Kind(clue.kind)
        for clue in clues()
        if clue.where == "last" and clue.kind != "none"
        for word in clue.words
    }


def _capital(doc: Doc, mention: Mention, following: Mention | None) -> Mention | None:
    """`Washington` + `, D.C.`"""
    if following is None or mention.name != "Washington" or following.name not in ("D.C.", "DC"):
        return None
    between = doc[mention.end : following.start].text.strip()
    return _renamed(doc, mention, following.end, Kind.PLACE) if between == "," else None


def _of_place(doc: Doc, mention: Mention, following: Mention | None) -> Mention | None:
    """`Medical Boards` + `of the United States`, `University of Alabama` + `at Birmingham`."""
    if mention.kind is not Kind.ORGANIZATION or following is None:
        return None
    if following.kind is not Kind.PLACE or following.end - mention.start > LONGEST + 4:
        return None
    gap = [t.lower_ for t in doc[mention.end : following.start]]
    academic = any(plain(t.text) == "university" for t in doc[mention.start : mention.end])
    if gap in (["of"], ["of", "the"]) or (academic and gap in (["at"], [","])):
        ends = following.end
        return _renamed(doc, mention, ends, Kind.ORGANIZATION)
    return None


def _and_more(doc: Doc, mention: Mention, following: Mention | None) -> Mention | None:
    """`Committee on Energy Independence` + `and Global Warming`: one body, two subjects."""
    if mention.kind is not Kind.ORGANIZATION or following is None:
        return None
    if [t.lower_ for t in doc[mention.end : following.start]] != ["and"]:
        return None
    words_ = [t.lower_ for t in doc[mention.start : mention.end]]
    heads = [at for at, word in enumerate(words_[:-2]) if word in word_list("subject_body")]
    if not heads or words_[heads[0] + 1] not in ("on", "for", "of"):
        return None
    own = any(t.lower_ in _last_words() for t in doc[following.start : following.end])
    if own or following.kind in (Kind.PERSON, Kind.PLACE, Kind.GROUP):
        return None
    return _renamed(doc, mention, following.end, Kind.ORGANIZATION)


def _administration(doc: Doc, mention: Mention) -> Mention | None:
    """`Trump` + `administration`: the body; the man in it is found again inside."""
    if mention.kind is not Kind.PERSON or mention.titles or mention.end >= len(doc):
        return None
    if doc[mention.end].text not in ("administration", "campaign"):
        return None
    return _renamed(doc, mention, mention.end + 1, Kind.ORGANIZATION)


def _bodies_behind(doc: Doc, mention: Mention, following: Mention | None) -> Mention | None:
    """`Los Angeles` + `Police`, `LA County` + `Sheriff's Homicide Bureau`."""
    if mention.kind is not Kind.PLACE:
        return None
    limit = following.start if following is not None else len(doc)
    end = mention.end
    while end < len(doc) and end - mention.start < LONGEST:
        token = doc[end]
        word = plain(token.text)
        if (token.text in POSSESSIVES and plain(doc[end - 1].text) in ("sheriff", "attorney")) or (
            _is_capital(token) and (word in body_words() or word in _last_words())
        ):
            end += 1
        else:
            break
    if end == mention.end or (following is not None and limit < end < following.end):
        return None
    last = plain(doc[end - 1].text)
    if _last_words().get(last) is not Kind.ORGANIZATION:
        return None
    return _renamed(doc, mention, end, Kind.ORGANIZATION)
