"""One name, one kind, everywhere in a document.

What a document says of a name in one place holds in the others: a full name introduces the family
name (*Chen Quanguo ... Chen*), a storm its short name, brackets an acronym, the likeliest kind of a
name over all its mentions is the kind of each, and a name found once is found wherever it stands
again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from factdiff.lexicon import countries, demonyms, name_parts, titles
from factdiff.pipeline.evidence import SCORES, Evidence, Words, words_of

NO_START = np.uint64(2**64 - 1)  # -1 as spaCy keeps it in an array: no sentence begins here
_KINDS = ("PERSON", "ORG", "LOC", "LAW", "EVENT")  # kinds whose names are looked for again
_SHORTEST = 3  # shorter single words are too often something else


@dataclass(frozen=True, slots=True)
class Lists:
    """Words that the rules must not take for family names, and those that may touch one."""

    never_family: frozenset[str]
    suffixes: frozenset[str]
    storms: frozenset[str]
    titles: frozenset[str]


@Language.factory("factdiff_consistency", requires=["doc.ents"], assigns=["doc.ents"])
def create_consistency(  # spaCy gives nlp and name
    nlp: Language,  # noqa: ARG001
    name: str,  # noqa: ARG001
) -> Callable[[Doc], Doc]:
    """The component; it keeps the word lists only."""
    places = {row.name for row in countries()} | {row.form for row in demonyms()}
    parts: dict[str, frozenset[str]] = {
        kind: frozenset(row.form for row in name_parts() if row.kind == kind)
        for kind in ("suffix", "storm")
    }
    last_of_title = frozenset(row.form.split()[-1] for row in titles())
    known = Lists(frozenset(places), parts["suffix"], parts["storm"], last_of_title)

    def apply(doc: Doc) -> Doc:
        return make_consistent(doc, known)

    return apply


def make_consistent(doc: Doc, known: Lists) -> Doc:
    """Apply all rules to `doc.ents`; afterwards no name holds a line break."""
    spans = [trimmed for ent in doc.ents if (trimmed := _trimmed(ent)) is not None]
    if _has_capitals(doc):
        spans = [span for span in spans if any(letter.isupper() for letter in span.text)]
    evidence = Evidence(doc, [span for span in spans if span.label_ != "NORP"], (*_KINDS, "MISC"))
    spans = [_agreed(span, evidence, {}, {}) for span in spans]
    families = _families(spans, known, evidence)
    acronyms = {**_storms(spans, known), **_acronyms(doc, spans)}
    spans = [_agreed(span, evidence, families, acronyms) for span in spans]
    spans = _joined(spans, known)
    names = _introduced(doc, spans, families, acronyms)
    spans += _found_again(doc, spans, names, known, evidence)
    doc.ents = spans
    doc.user_data.pop(SCORES, None)
    if not doc.has_annotation("DEP"):
        within = [token.i for span in spans for token in span[1:]]
        starts = doc.to_array(["SENT_START"])
        starts[within] = NO_START
        doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]  # the stub knows thinc's arrays only
    return doc


def _trimmed(ent: Span) -> Span | None:
    """The span without line breaks, a leading article or a trailing possessive."""
    start, end = ent.start, ent.end
    doc = ent.doc
    for index in range(start, end):
        if doc[index].is_space:
            end = index  # what follows a line break is another name
            break
    while start < end and doc[start].text in ("the", "The", "THE") and end - start > 1:
        start += 1
    while start < end and doc[end - 1].text in ("'s", "\u2019s", "'", "\u2019"):
        end -= 1
    return Span(doc, start, end, label=ent.label_) if start < end else None


def _has_capitals(doc: Doc) -> bool:
    """Whether the text is written with capitals, so that a name without one is none: *hillock*."""
    words = [token.text for token in doc if token.is_alpha]
    return 20 * sum(word[0].isupper() for word in words) > len(words)


def _families(spans: Iterable[Span], known: Lists, evidence: Evidence) -> dict[str, bool]:
    """Family names of full names; True for the last word, False for a short first one (*Chen*)."""
    families: dict[str, bool] = {}
    for span in spans:
        words = [word for word in words_of(span) if word not in known.suffixes]
        if span.label_ != "PERSON" or len(words) < 2:
            continue
        last, first = words[-1], words[0]
        if last[:1].isupper() and last not in known.never_family:
            families[last] = True
            evidence.introduce(last, span)
        if len(words) == 2 and len(first) < 6 and first not in known.never_family:
            families.setdefault(first, False)
    return families


def _storms(spans: Iterable[Span], known: Lists) -> dict[str, str]:
    """*Mitch* after *Hurricane Mitch*."""
    events = (words_of(span) for span in spans if span.label_ == "EVENT" and len(span) == 2)
    return {words[1]: "EVENT" for words in events if words[0].title() in known.storms}


def _acronyms(doc: Doc, spans: Iterable[Span]) -> dict[str, str]:
    """Acronyms introduced in brackets after their name: *World Health Organization (WHO)*."""
    found: dict[str, str] = {}
    for span in spans:
        after = doc[span.end : span.end + 3]
        if len(after) < 3 or after[0].text != "(" or after[2].text != ")" or len(span) < 2:
            continue
        short = after[1].text.replace(".", "")
        initials = "".join(word[0] for word in words_of(span) if word[:1].isupper())
        matching = sum(letter in initials for letter in short)
        if short.isupper() and short[0] == initials[:1] and matching >= max(2, len(short) - 1):
            found[after[1].text] = span.label_
    return found


def _agreed(
    span: Span, evidence: Evidence, families: dict[str, bool], acronyms: dict[str, str]
) -> Span:
    words = words_of(span)
    label = span.label_
    if len(words) == 1 and words[0] in acronyms:
        label = acronyms[words[0]]
    elif label != "NORP" or families.get(words[0] if len(words) == 1 else ""):
        label = evidence.best(span)
    return span if label == span.label_ else Span(span.doc, span.start, span.end, label=label)


def _joined(spans: list[Span], known: Lists) -> list[Span]:
    """*Trend Micro* where *Micro* alone is marked, and *Trend* stands before it every time."""
    taken = {i for span in spans for i in range(span.start, span.end)}
    before: dict[Words, list[str]] = defaultdict(list)
    for span in spans:
        if span.label_ == "ORG":
            before[words_of(span)].append(_word_before(span, taken))
    never = known.titles | known.never_family
    first = {
        words: found[0]
        for words, found in before.items()
        if len(found) > 1 and len(set(found)) == 1 and found[0] and found[0] not in never
    }
    return [
        Span(span.doc, span.start - 1, span.end, label="ORG")
        if span.label_ == "ORG" and words_of(span) in first
        else span
        for span in spans
    ]


def _word_before(span: Span, taken: set[int]) -> str:
    """The capitalised word before it that belongs to no name, or the empty string."""
    token = span.doc[span.start - 1] if span.start else None
    if token is None or token.i in taken or not token.is_alpha or not token.text[0].isupper():
        return ""
    return "" if token.lower_ in ("the", "a", "an") else token.text


def _introduced(
    doc: Doc, spans: Iterable[Span], families: dict[str, bool], acronyms: dict[str, str]
) -> dict[Words, str]:
    """The names to look for elsewhere, with their kinds; no word that also stands in lower case."""
    names = {words_of(span): span.label_ for span in spans if span.label_ in _KINDS}
    names.update({(family,): "PERSON" for family, sure in families.items() if sure})
    plain = {token.text for token in doc}
    kept = {
        words: label
        for words, label in names.items()
        if len(words) > 1
        or (len(words[0]) >= _SHORTEST and words[0][:1].isupper() and words[0].lower() not in plain)
    }
    return {**kept, **{(short,): label for short, label in acronyms.items()}}


def _found_again(
    doc: Doc, spans: list[Span], names: dict[Words, str], known: Lists, evidence: Evidence
) -> list[Span]:
    """Further mentions of `names` where nothing is marked yet."""
    texts = [token.text for token in doc]
    by_first: dict[str, list[Words]] = defaultdict(list)
    for words in names:
        by_first[words[0]].append(words)
    taken = {i for span in spans for i in range(span.start, span.end)}
    added: list[Span] = []
    for start, text in enumerate(texts):
        for words in sorted(by_first.get(text, ()), key=len, reverse=True):
            end = start + len(words)
            if tuple(texts[start:end]) != words or taken.intersection(range(start, end)):
                continue
            if evidence.no_name(start, end):
                continue
            if len(words) == 1 and _touches_name(doc, start, taken, known):
                continue
            added.append(Span(doc, start, end, label=names[words]))
            taken.update(range(start, end))
            break
    return added


def _touches_name(doc: Doc, place: int, taken: set[int], known: Lists) -> bool:
    """Whether a capitalised word beside it says that the word is part of another name."""
    before = doc[place - 1] if place else None
    after = doc[place + 1] if place + 1 < len(doc) else None
    if after is not None and after.text[:1].isupper() and place + 1 not in taken:
        return True
    if before is None or place - 1 in taken or before.text in known.titles:
        return False
    return before.text[:1].isupper() and place > 1 and not doc[place - 2].is_punct
