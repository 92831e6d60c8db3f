"""Names by their form alone: roads, addresses, and names that news takes for granted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from factdiff.kinds.context import text_of
from factdiff.kinds.names.mentions import Mention, name_text, plain
from factdiff.kinds.names.tables import known_names, legal_forms, word_list
from factdiff.lexicon import demonyms
from factdiff.model import Kind

_ROAD = re.compile(
    r"\b(?:(?:Interstate|Highway|Route|State Route|County Road|U\.?S\.? (?:Highway|Route)|"
    r"State Highway|Autobahn)[ -]\d{1,4}\b|[IM]-\d{1,3}\b|(?<=the )[AM]\d{1,3}\b)"
)
_STREET = (
    r"(?:[NSEW]\.? |North |South |East |West )?(?:[A-Z][a-z’']+|\d{1,3}(?:st|nd|rd|th))"
    r"(?: [A-Z][a-z]+){0,2} "
    r"(?:Street|St\.|Avenue|Ave\.?|Boulevard|Blvd\.?|Road|Rd\.|Drive|Lane|Highway|Parkway|Way|Square)"
)
_ADDRESS = re.compile(
    rf"\b(?:\d{{1,6}}(?:-\d{{1,6}})?(?: block of|-block of)?(?: the)? ){_STREET}(?![\w-])"
)
_COMPANY = re.compile(
    r"\b[A-Z][\w’'-]{1,30}(?: (?:& )?[A-Z][\w’'-]{1,30}){0,4},? "
    r"(?:Inc\b\.?|Corp\b\.?|Ltd\b\.?|LLC|PLC|GmbH|Corporation\b)"
)
_SEA = re.compile(r"\b[A-Z][a-z]{2,20} (?:gulf|peninsula|strait|archipelago)\b")


def by_form(doc: Doc) -> Iterator[Mention]:
    """Roads and addresses of the text, companies with their legal form, `Persian gulf`."""
    origins = {row.form for row in demonyms()}
    for found in _SEA.finditer(text_of(doc)):
        span = doc.char_span(found.start(), found.end())
        if span is not None and span[0].text in origins:
            yield Mention(span.start, span.end, Kind.PLACE, span.text)
    for found in _ministry().finditer(text_of(doc)):
        span = doc.char_span(found.start(), found.end())
        if span is not None:
            yield Mention(span.start, span.end, Kind.ORGANIZATION, span.text)
    # a mark that begins with the legal form (`Corp. of Oakham`) began too late
    late = {form[0] for form in legal_forms() if len(form) == 1}
    tagged = {
        at for ent in doc.ents if plain(ent[0].text) not in late for at in range(ent.start, ent.end)
    }
    for found in _COMPANY.finditer(text_of(doc)):
        span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
        if span is not None and not tagged.intersection(range(span.start, span.end)):
            name = name_text(doc, span.start, span.end)
            yield Mention(span.start, span.end, Kind.ORGANIZATION, name)
    for pattern in (_ADDRESS, _ROAD):
        for found in pattern.finditer(text_of(doc)):
            span = doc.char_span(found.start(), found.end(), alignment_mode="expand")
            if span is not None:
                name = name_text(doc, span.start, span.end)
                yield Mention(span.start, span.end, Kind.PLACE, name)


@cache
def _ministry() -> re.Pattern[str]:
    """`the ministry of health`: a body, if its name has no capitals."""
    fields = "|".join(sorted(word_list("ministry_of"), key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<=\bthe )[Mm]inistry of (?:the )?(?:{fields})\b(?! [A-Z])")


def taken_for_granted(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """Well-known names that no mention touches; they are cased as in the table."""
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for name, tokens in _tokenised().items():
        by_first[tokens[0]].append((tokens, name))
    added = []
    texts = [token.text for token in doc]
    for start, text in enumerate(texts):
        for tokens, name in sorted(by_first.get(text, ()), key=lambda c: -len(c[0])):
            end = start + len(tokens)
            if tuple(texts[start:end]) != tokens or taken.intersection(range(start, end)):
                continue
            added.append(Mention(start, end, known_names()[name], name))
            taken.update(range(start, end))
            break
    return added


@cache
def _tokenised() -> dict[str, tuple[str, ...]]:
    """Names as tokenizers split them: `Sam's Club` is three tokens."""
    return {
        name: tuple(p for word in name.split() for p in re.split(r"(?=[’']s$)", word) if p)
        for name in known_names()
    }
