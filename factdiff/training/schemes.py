"""Bring the naming schemes of the sources together.

What comes out: titles outside PERSON, bare countries LOC, demonyms NORP; acts and treaties LAW and
wars, games and elections EVENT where a head word tells; words joined by hyphens come apart as the
tokenizer of the pipeline has them.
"""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache

from factdiff.lexicon import countries, demonyms, name_parts, read_rows, titles
from factdiff.training.corpus import Entity, Sentence

_SCHOOLS = ("University", "College", "School")  # as a place, too, they are organizations
_JOINED = re.compile(r"(?<=[A-Za-z.])-(?=[A-Za-z])|(?<=[0-9])-(?=[A-Za-z])")


@cache
def _country_names() -> frozenset[str]:
    rows = countries()
    return frozenset(row.name for row in rows if row.kind != "abbreviation" or "." in row.name)


@cache
def _groups() -> frozenset[str]:
    return frozenset(row.form for row in demonyms() if not row.ambiguous)


@cache
def _head_words(sure: bool) -> dict[str, str]:
    rows = read_rows("event_law_words.tsv")
    return {row["word"]: row["label"] for row in rows if row["sure"] == "yes" or not sure}


def harmonise(
    sentence: Sentence, rng: random.Random, split_share: float, sure_heads: bool = True
) -> Sentence:
    """One sentence in the project's scheme.

    Hyphens are split with probability `split_share`; with `sure_heads` only the surest head words
    make a LAW or an EVENT.
    """
    sentence = _split_hyphens(sentence, rng, split_share)
    ents = [_relabel(sentence.tokens, ent, sure_heads) for ent in sentence.ents]
    return replace(sentence, ents=tuple(ents))


def _without_title(tokens: tuple[str, ...], start: int, end: int) -> int:
    """Where a person's name begins: after *Iraqi Prime Minister*, *Swedish citizen*, *MR*.

    Some sources keep a piece of the title, as in *State Antony Blinken* after *Secretary of*.
    """
    begin = start
    if tokens[start - 1 : start] == ("of",):
        begin += tokens[start] == "State"
    while begin < end - 1 and tokens[begin].title() in _title_words():
        begin += 1
    if tokens[begin] in _groups():
        last = [i for i in range(begin, end - 1) if _is_title(tokens[i])]
        begin = last[-1] + 1 if last else begin
    return begin if begin < end else start


def _is_title(word: str) -> bool:
    return word in _office_words() or (
        word.islower() and word.isalpha() and word not in _particles()
    )


@cache
def _title_words() -> frozenset[str]:
    """Words that are a title by themselves and no given name."""
    kinds = ("honorific", "rank", "office")
    rows = (row for row in titles() if row.kind in kinds and not row.ambiguous)
    return frozenset(row.form for row in rows if " " not in row.form)


@cache
def _office_words() -> frozenset[str]:
    return frozenset(word for row in titles() if row.kind == "office" for word in row.form.split())


@cache
def _particles() -> frozenset[str]:
    return frozenset(row.form for row in name_parts() if row.kind == "particle")


def _relabel(tokens: tuple[str, ...], ent: Entity, sure: bool) -> Entity:
    start, end, label = ent
    text = " ".join(tokens[start:end])
    if label == "PERSON":
        return _without_title(tokens, start, end), end, label
    if label == "LOC" and end - start > 1 and tokens[end - 1] in _SCHOOLS:
        return start, end, "ORG"
    if label in ("ORG", "MISC", "NORP") and text in _country_names() - _groups():
        return start, end, "LOC"
    if label not in ("PERSON", "NORP") and text in _groups():
        return start, end, "NORP"
    if end - start > 1 and label in ("MISC", "ORG"):
        head = _head(tokens[start:end], sure)
        if head == "LAW" or (head == "EVENT" and label == "MISC"):
            return start, end, head
    return ent


def _head(words: tuple[str, ...], sure: bool) -> str:
    """LAW or EVENT where the last word, or the last before *of*, *on* or *for*, says so."""
    heads = _head_words(sure)
    ends = [i for i, word in enumerate(words) if word in ("of", "on", "for", "against", "in", "to")]
    last = words[ends[0] - 1] if ends and ends[0] else words[-1]
    if last[:1].isdigit() and len(words) > 1:
        last = words[-2]
    return heads.get(last, "")


def _split_hyphens(sentence: Sentence, rng: random.Random, share: float) -> Sentence:
    if not any(_JOINED.search(token) for token in sentence.tokens) or rng.random() >= share:
        return sentence
    tokens: list[str] = []
    begins: list[int] = []
    for token in sentence.tokens:
        begins.append(len(tokens))
        tokens.extend(piece for piece in re.split(f"({_JOINED.pattern})", token) if piece)
        # the pattern is all look-around but for the hyphen, so pieces alternate with hyphens
    begins.append(len(tokens))
    ents: list[Entity] = []
    for start, end, label in sentence.ents:
        first, last = begins[start], begins[end]
        if end - start == 1 and last - first == 3 and tokens[last - 1].islower():
            last = first + 1  # U.S.-led: the name is the first part
        ents.append((first, last, label))
    covered = {i for start, end, _ in ents for i in range(start, end)}
    for index in range(len(sentence.tokens)):
        first, last = begins[index], begins[index + 1]
        if last - first < 3:
            continue
        for place in range(first, last, 2):
            label = "LOC" if tokens[place] in _country_names() else ""
            label = "NORP" if tokens[place] in _groups() else label
            if label and place not in covered:
                ents.append((place, place + 1, label))
                covered.add(place)
    missing = {i for m in sentence.missing for i in range(begins[m], begins[m + 1])} - covered
    return replace(
        sentence, tokens=tuple(tokens), ents=tuple(sorted(ents)), missing=tuple(sorted(missing))
    )
