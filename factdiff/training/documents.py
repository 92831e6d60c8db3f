"""From sentences to spaCy documents that look like articles: several lines of sentences."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import groupby

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from factdiff.training.corpus import Entity, Sentence

_NO_SPACE_BEFORE = {
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    ")",
    "]",
    "%",
    "'s",
    "\u2019s",
    "n't",
    "\u201d",
    "''",
}
_NO_SPACE_AFTER = {"(", "[", "$", "\u201c", "``", "\u00a3", "\u20ac"}


def spaces(tokens: Iterable[str]) -> list[bool]:
    """Which tokens a space follows, where the source does not say."""
    words = list(tokens)
    result = [True] * len(words)
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE:
            result[i] = False
        if word == "-" and 0 < i < len(words) - 1:
            result[i] = result[i - 1] = False
    return result


def group(
    sentences: list[Sentence], rng: random.Random, sizes: list[int]
) -> Iterator[list[Sentence]]:
    """Runs of sentences of one document, their lengths drawn from `sizes`."""
    for _, run in groupby(sentences, key=lambda sentence: sentence.doc):
        left = list(run)
        while left:
            size = rng.choice(sizes)
            yield left[:size]
            left = left[size:]


def names_document(
    vocab: Vocab, sentences: list[Sentence], rng: random.Random, breaks: bool = True
) -> Doc:
    """One document with entities set and unknown labels left open.

    Line breaks stand between some of the sentences, never inside a name.
    """
    words: list[str] = []
    blanks: list[bool] = []
    ents: list[Entity] = []
    missing: list[int] = []
    for sentence in sentences:
        offset = len(words)
        words += sentence.tokens
        blanks += spaces(sentence.tokens)
        ents += [(start + offset, end + offset, label) for start, end, label in sentence.ents]
        missing += [index + offset for index in sentence.missing]
        if breaks and rng.random() < 0.4:
            blanks[-1] = False
            words.append(rng.choice(["\n", "\n\n"]))
            blanks.append(False)
    doc = Doc(vocab, words=words, spaces=blanks)
    spans = [Span(doc, start, end, label=label) for start, end, label in ents]
    covered = {i for start, end, _ in ents for i in range(start, end)}
    unknown = [Span(doc, i, i + 1) for i in missing if i not in covered]
    doc.set_ents(spans, missing=unknown, default="outside")
    return doc
