"""The names that the tagger found, cleaned: where they stand and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.tables import rows, word_list
from factdiff.lexicon import titles
from factdiff.model import Kind

MAX_WORDS = 16
UNSURE = frozenset({"MISC"})  # names of anything else; many are bodies and people
_TRIM = " \t\r\n.,;:!?\"'’‘“”()[]{}<>|/\\–—-_*•·…"
_OPENERS = " \t\r\n.,;:!?\"'’‘“”([{<|/\\–—-_*•·…"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place of a Doc: token indexes, kind, the words, the titles before it."""

    start: int
    end: int
    kind: Kind
    name: str
    titles: tuple[str, ...] = ()
    unsure: bool = False  # the tagger saw a name but not what it names

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


@cache
def label_kinds() -> dict[str, Kind]:
    """The pipeline's entity labels, and those of foreign pipelines, by kind."""
    return {row["label"]: Kind(row["kind"]) for row in rows("labels.tsv")}


@cache
def title_phrases() -> frozenset[tuple[str, ...]]:
    """Titles as tuples of folded words without full stops."""
    listed = [title.form for title in titles()]
    return frozenset(tuple(plain(w) for w in t.split()) for t in (*listed, *word_list("title")))


def plain(word: str) -> str:
    """A folded word without its full stops."""
    return fold(word).replace(".", "")


def mentions(doc: Doc) -> Iterator[Mention]:
    """The cleaned names of ``doc.ents``, in the order of the text."""
    for ent in doc.ents:
        kind = label_kinds().get(ent.label_)
        if kind is None:
            continue
        for start, end in _lines(ent):
            found = clean(doc, start, end, kind)
            if found is not None:
                yield replace(found, unsure=ent.label_ in UNSURE)


def _lines(ent: DocSpan) -> Iterator[tuple[int, int]]:
    """The parts of an entity that stand on one line: a name never crosses a line's end."""
    start = ent.start
    for token in ent:
        if "\n" in token.text or (token.whitespace_ and "\n" in token.whitespace_):
            if token.i > start:
                yield start, token.i
            start = token.i + 1
    if ent.end > start:
        yield start, ent.end


def clean(doc: Doc, start: int, end: int, kind: Kind) -> Mention | None:
    """A mention without determiners, titles, possessives and stray marks, or None."""
    start, end = _trimmed(doc, start, end)
    before = _titles_before(doc, start)
    courtesy = end - start > 1 and plain(doc[start].text) in word_list("courtesy")
    if courtesy and not doc[start].text.isupper():
        kind = Kind.PERSON  # whatever the tagger made of `Ms Oyelaran`; `MS Columbus` is a ship
    if kind is Kind.PERSON:
        inside = start
        start = _after_titles(doc, start, end)
        before += tuple(plain(t.text) for t in doc[inside:start])
        start, end = _trimmed(doc, start, end)
    else:
        end = _without_tail(doc, start, end)
    if start >= end or end - start > MAX_WORDS:
        return None
    return Mention(start, end, kind, name_text(doc, start, end), before)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    changed = True
    while changed and start < end:
        changed = False
        first, last = doc[start], doc[end - 1]
        if not first.text.strip(_OPENERS) or first.lower_ in ("the", "a", "an"):
            start += 1
            changed = True
        elif last.lower_ in ("of", "to", "and", "the", "for", "at", "in", "a", "on", "by"):
            end -= 1
            changed = True
        elif not last.text.strip(_TRIM) or last.lower_ in ("'s", "’s", "'", "’", "s'"):
            if last.text == "." and _abbreviated(doc, end - 1):
                break
            end -= 1
            changed = True
        elif last.lower_ == "s" and end - start > 1 and doc[end - 2].text in ("'", "’"):
            end -= 2
            changed = True
    return start, end


def _without_tail(doc: Doc, start: int, end: int) -> int:
    """Where an acronym ends behind which stands what it is: the `UFCW union`, the `PLO group`."""
    short = end - start == 2 and len(doc[start].text) > 2 and doc[start].text.isupper()
    return start + 1 if short and doc[end - 1].text in word_list("acronym_tail") else end


def _abbreviated(doc: Doc, at: int) -> bool:
    """A full stop that belongs to an abbreviation (`Inc .`, `Jr .`), not to the sentence."""
    return at > 0 and doc[at - 1].lower_ in ("inc", "corp", "co", "ltd", "jr", "sr", "bros")


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins after `Sgt.`, `Secretary of State` …"""
    while end - start > 1:
        for size in (4, 3, 2, 1):
            phrase = tuple(plain(t.text) for t in doc[start : min(start + size, end - 1)])
            if len(phrase) == size and phrase in title_phrases():
                if end - start == 2 and phrase[0] in word_list("name_title"):
                    return start  # `Sheikh Hasina` has no shorter name
                start += size
                break
        else:
            return start
    return start


def _titles_before(doc: Doc, start: int) -> tuple[str, ...]:
    """The words of the title that ends right before a name: `Secretary of State` Mike Pompeo."""
    found: list[str] = []
    for token in reversed(doc[max(0, start - 6) : max(0, start)]):
        word = plain(token.text)
        small = found and word in ("of", "the", "for")
        if not small and (not token.text[:1].isupper() or not _in_title(word)):
            break
        found.append(word)
    while found and found[-1] in ("of", "the", "for"):
        found.pop()
    return tuple(w for w in reversed(found) if w not in ("of", "the", "for"))


def _in_title(word: str) -> bool:
    return (word,) in title_phrases() or word in ("state", "general")


def name_text(doc: Doc, start: int, end: int) -> str:
    """The words of a name with single blanks: `Aria Health ’ s campus` keeps its tokens."""
    text = " ".join(doc[start:end].text.split())
    text = re.sub(r"\s+(['’])\s*s\b", r"\1s", text)
    return text.rstrip(",;: ")
