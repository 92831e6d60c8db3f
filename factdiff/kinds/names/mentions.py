"""The names that the tagger found, cleaned: where they stand and what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from factdiff.kinds.names.fold import fold
from factdiff.kinds.names.tables import rows
from factdiff.lexicon import demonyms, titles
from factdiff.model import Kind

MAX_WORDS = 16
_TRIM = " \t\r\n.,;:!?\"'’‘“”()[]{}<>|/\\–—-_*•·…"
_OPENERS = " \t\r\n,;:!?\"'’‘“”([{<|/\\–—-_*•·…"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at one place of a Doc: token indexes, kind, the words, the titles before it."""

    start: int
    end: int
    kind: Kind
    name: str
    titles: tuple[str, ...] = ()

    def overlaps(self, other: Mention) -> bool:
        """Whether the two share a token."""
        return self.start < other.end and other.start < self.end


@cache
def label_kinds() -> dict[str, Kind]:
    """The pipeline's entity labels, and those of foreign pipelines, by kind."""
    return {row["label"]: Kind(row["kind"]) for row in rows("labels.tsv")}


@cache
def stop_names() -> frozenset[str]:
    """Folded words that taggers take for names and that are none: months, weekdays, pronouns."""
    return frozenset(fold(word) for row in rows("no_names.tsv") for word in row["forms"].split(";"))


@cache
def title_phrases() -> frozenset[tuple[str, ...]]:
    """Titles as tuples of folded words without full stops."""
    return frozenset(tuple(plain(w) for w in title.form.split()) for title in titles())


@cache
def _group_forms() -> tuple[frozenset[str], frozenset[str]]:
    """Forms that mean people (plural nouns), and all demonyms."""
    forms = {row.form for row in demonyms()}
    plural = {f for f in forms if f.endswith("s") and f[:-1] in forms}
    return frozenset(plural), frozenset(forms)


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
                yield found


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
    before: tuple[str, ...] = ()
    if kind is Kind.PERSON:
        inside = start
        start = _after_titles(doc, start, end)
        if start > inside:
            before = tuple(plain(t.text) for t in doc[inside:start])
        before = (*_titles_before(doc, start - len(before)), *before)
        start, end = _trimmed(doc, start, end)
    if start >= end or end - start > MAX_WORDS:
        return None
    name = name_text(doc, start, end)
    if not is_name(doc, start, end, name, kind):
        return None
    return Mention(start, end, kind, name, before)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    changed = True
    while changed and start < end:
        changed = False
        first, last = doc[start], doc[end - 1]
        if not first.text.strip(_OPENERS) or first.lower_ in ("the", "a", "an"):
            start += 1
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


def _abbreviated(doc: Doc, at: int) -> bool:
    """A full stop that belongs to an abbreviation (`Inc .`, `Jr .`), not to the sentence."""
    return at > 0 and doc[at - 1].lower_ in ("inc", "corp", "co", "ltd", "jr", "sr", "bros")


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where the name proper begins after `Sgt.`, `Secretary of State` …"""
    while end - start > 1:
        for size in (4, 3, 2, 1):
            phrase = tuple(plain(t.text) for t in doc[start : min(start + size, end - 1)])
            if len(phrase) == size and phrase in title_phrases():
                start += size
                break
        else:
            return start
    return start


def _titles_before(doc: Doc, start: int) -> tuple[str, ...]:
    found: list[str] = []
    for token in reversed(doc[max(0, start - 6) : max(0, start)]):
        word = plain(token.text)
        if not word or token.is_space or not (token.is_title or token.is_upper or found or word):
            break
        if (word,) not in title_phrases() and word not in ("of", "state", "general", "the"):
            break
        found.append(word)
    return tuple(w for w in reversed(found) if w not in ("of", "the"))


def name_text(doc: Doc, start: int, end: int) -> str:
    """The words of a name with single blanks: `Aria Health ’ s campus` keeps its tokens."""
    text = " ".join(doc[start:end].text.split())
    text = re.sub(r"\s+(['’])\s*s\b", r"\1s", text)
    return text.rstrip(",;: ")


def is_name(doc: Doc, start: int, end: int, name: str, kind: Kind) -> bool:
    """Whether a cleaned span can be a name at all."""
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 2:
        return False
    folded = fold(name).rstrip(".")
    if folded in stop_names():
        return False
    if any(mark in name for mark in ("@", "://", "www.", "#")):
        return False
    if not any(c.isupper() for c in name) and any(c.lower() != c.upper() for c in letters):
        return kind is Kind.GROUP and _is_people(doc, start, end)
    if kind is Kind.PERSON and any(c.isdigit() for c in name):
        return False
    return kind is not Kind.GROUP or _is_people(doc, start, end)


def _is_people(doc: Doc, start: int, end: int) -> bool:
    """`Uyghurs`, `the Chinese`, `Uyghur Muslims` are people; `Chinese officials` is not."""
    plurals, forms = _group_forms()
    last = doc[end - 1]
    if last.text in plurals or (last.text not in forms and last.tag_ in ("NNS", "NNPS")):
        return True
    after = doc[end] if end < len(doc) else None
    if last.text.endswith("s") and last.tag_ in ("NNS", "NNPS"):
        return True
    if _modifies(last, after):
        return False
    before = doc[start - 1].lower_ if start else ""
    if before in ("the", "ethnic", "many", "most", "some", "two", "three"):
        return True
    return last.tag_ in ("NN", "NNP", "NNS", "NNPS") and last.pos_ in ("NOUN", "PROPN")


def _modifies(token: Token, after: Token | None) -> bool:
    """Whether a demonym stands before the word that it describes, or after a copula."""
    if token.tag_.startswith("JJ") and (after is None or not after.is_punct):
        return True
    if after is None or after.is_punct or after.is_space:
        described = token.tag_.startswith("JJ") and token.dep_ == "ROOT"
        return described or token.dep_ in ("amod", "acomp")
    return after.text == "-" or after.tag_ in ("NN", "NNS", "NNP", "NNPS", "JJ", "HYPH")
