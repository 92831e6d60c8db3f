"""Read the Universal Dependencies trees and the tagged news sentences into spaCy documents."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

from factdiff.training.documents import spaces

# The news tags lack the Penn names of brackets and semicolons.
_TAG_NAMES = {";": ":", "LRB": "-LRB-", "RRB": "-RRB-"}


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a tree; `head` is the index in the sentence, its own for the root."""

    text: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence of a document; `paragraph` says that a new paragraph begins with it."""

    doc: str
    tokens: tuple[Token, ...]
    paragraph: bool


def read_trees(path: Path) -> Iterator[Tree]:
    """The sentences of one `trees/gum_*.conllu.gz` file, in file order."""
    doc, joined, paragraph = "", (0, 0, True), False
    rows: list[Token] = []
    with gzip.open(path, "rt", encoding="utf8") as stream:
        for line in map(str.rstrip, stream):
            if line.startswith("# newdoc id"):
                doc = line.split("=")[1].strip()
            elif line.startswith("# newpar"):
                paragraph = True
            elif not line and rows:
                yield Tree(doc, tuple(rows), paragraph)
                rows, joined, paragraph = [], (0, 0, True), False
            elif line and not line.startswith("#"):
                fields = line.split("\t")
                space = "SpaceAfter=No" not in fields[9]
                if "-" in fields[0]:
                    first, last = map(int, fields[0].split("-"))
                    joined = (first, last, space)
                elif "." not in fields[0]:
                    rows.append(_token(fields, joined, space))


def _token(fields: list[str], joined: tuple[int, int, bool], space: bool) -> Token:
    place = int(fields[0])
    if joined[0] <= place <= joined[1]:  # part of a written word such as "don't"
        space = joined[2] if place == joined[1] else False
    head = int(fields[6])
    return Token(
        text=fields[1],
        lemma=fields[2],
        pos=fields[3],
        tag=fields[4],
        morph="" if fields[5] == "_" else fields[5],
        head=place - 1 if head == 0 else head - 1,
        dep="ROOT" if head == 0 else fields[7],
        space=space,
    )


def tree_document(vocab: Vocab, trees: list[Tree], rng: random.Random, breaks: bool = True) -> Doc:
    """One document of several sentences; a line break hangs on the token before it."""
    columns: dict[str, list[str]] = {key: [] for key in ("words", "tags", "pos", "deps", "lemmas")}
    morphs: list[str] = []
    heads: list[int] = []
    blanks: list[bool] = []
    for number, tree in enumerate(trees):
        offset = len(heads)
        for token in tree.tokens:
            columns["words"].append(token.text)
            columns["tags"].append(token.tag)
            columns["pos"].append(token.pos)
            columns["deps"].append(token.dep)
            columns["lemmas"].append(token.lemma)
            morphs.append(token.morph)
            heads.append(token.head + offset)
            blanks.append(token.space)
        if number + 1 == len(trees) or not breaks:
            continue
        if trees[number + 1].paragraph or rng.random() < 0.1:
            blanks[-1] = False
            blanks.append(False)
            heads.append(len(heads) - 1)
            morphs.append("")
            text = rng.choice(["\n", "\n\n"])
            for key, value in zip(columns, (text, "_SP", "SPACE", "dep", text), strict=True):
                columns[key].append(value)
    return Doc(vocab, spaces=blanks, heads=heads, morphs=morphs, **columns)  # type: ignore[arg-type]


def tagged_document(vocab: Vocab, tokens: list[str], tags: list[str]) -> Doc:
    """A sentence with Penn tags and no tree."""
    return Doc(
        vocab,
        words=tokens,
        spaces=spaces(tokens),
        tags=[_TAG_NAMES.get(tag, tag) for tag in tags],
    )


def read_tagged(path: Path) -> list[tuple[list[str], list[str]]]:
    """Tokens and tags of `trees/gmb_tags.jsonl.gz`."""
    with gzip.open(path, "rt", encoding="utf8") as stream:
        return [(row["tokens"], row["tags"]) for row in map(json.loads, stream)]
