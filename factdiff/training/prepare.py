"""First step: word table, training and held-out documents, and the hashes of all that went in."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from spacy.tokens import DocBin
from spacy.vocab import Vocab

from factdiff.pipeline.word_table import WORDS_FILE
from factdiff.training import trees, words
from factdiff.training.augment import Substitution, change_case
from factdiff.training.corpus import (
    Sentence,
    last_documents,
    numbered,
    read_sentences,
    sha256,
    split,
)
from factdiff.training.documents import group
from factdiff.training.names import stocks
from factdiff.training.schemes import harmonise
from factdiff.training.texts import text_of, write_texts

# The held-out sets whose mean is quoted: those annotated by hand, without a twin in training.
QUOTED = ("gum_train", "re3d_train", "crossner_pol_train", "redocred", "wikigold")

# In the order they are read; the share held out is `<key>_share` in the recipe.
SOURCES = {
    "gmb_train": "gmb",
    "gum_train": "gum",
    "crossner_pol_train": "crossner",
    "crossner_oth_train": "",
    "wikigold": "wikigold",
    "re3d_train": "re3d",
    "redocred": "redocred",
    "uner_ewt": "uner",
}


def load_names(data: Path, recipe: dict[str, Any], suffix: str) -> dict[str, list[list[Sentence]]]:
    """For each source its training and its held-out sentences."""
    held = recipe["held_out"]
    result = {}
    for source, key in SOURCES.items():
        sentences = list(read_sentences(data / "names" / f"{source}{suffix}.jsonl.gz"))
        if source.startswith("crossner"):
            sentences = numbered(sentences, held["crossner_every"])
        names = set(held["gum"])
        if key and key != "gum":
            names = last_documents(sentences, held[f"{key}_share"])
        result[source] = list(split(sentences, names if key else set()))
    return result


def prepare(data: Path, work: Path, recipe: dict[str, Any], new_words: bool) -> None:
    """Write training and held-out documents into `work`, with the hashes of all files.

    `inputs.json` names what was read, `outputs.json` what was written.
    """
    work.mkdir(parents=True, exist_ok=True)
    silver = load_names(data, recipe, ".silver")
    if new_words:
        table = recipe["words"]
        training = [sentence for train, _ in silver.values() for sentence in train]
        words.build(WORDS_FILE, training, table, work / "encoded.npz", recipe["seed"])
    for number, copy in enumerate(recipe["names"]["copies"], start=1):
        _names(silver, work / f"names-{number}.jsonl", recipe, copy)
    _trees(data, work, recipe)
    inputs = {path.name: sha256(path) for path in sorted(data.glob("*/*.gz"))}
    written = [*sorted(work.glob("names-*.jsonl")), *sorted(work.glob("*.spacy")), WORDS_FILE]
    outputs = {path.name: sha256(path) for path in written}
    for name, hashes in (("inputs.json", inputs), ("outputs.json", outputs)):
        (work / name).write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf8")


def _names(
    sources: dict[str, list[list[Sentence]]],
    target: Path,
    recipe: dict[str, Any],
    copy: dict[str, Any],
) -> None:
    """One copy of the training texts, with other names put into some of their sentences."""
    rng, options = random.Random(copy["seed"]), {**recipe["names"], **copy}
    runs: list[list[Sentence]] = []
    for source, (train, _) in sources.items():
        ready = [harmonise(sentence, rng, options["split_hyphens"]) for sentence in train]
        kept = list(group(ready, rng, options["run_lengths"]))
        if source == "gmb_train":
            rng.shuffle(kept)
            kept = kept[: round(len(kept) * options["gmb_share"])]
        runs += kept
    flat = [sentence for run in runs for sentence in run]
    substitute = Substitution(flat, stocks(), options["seed"], options["pattern_share"])
    varied = [[_vary(s, substitute, rng, options) for s in run] for run in runs]
    named = [run for run in runs if run[0].source != "gmb" and any(s.ents for s in run)]
    extra = rng.sample(named, round(len(named) * options["extra_share"]))
    varied += [[substitute(sentence) for sentence in run] for run in extra]
    laws = [run for run in runs if any(ent[2] == "LAW" for s in run for ent in s.ents)]
    for _ in range(options["law_copies"]):
        varied += [[substitute(sentence) for sentence in run] for run in laws]
    rng.shuffle(varied)
    write_texts((text_of(run, rng) for run in varied), target)


def _vary(
    sentence: Sentence, substitute: Substitution, rng: random.Random, options: dict[str, Any]
) -> Sentence:
    if sentence.ents and rng.random() < options["substitute_share"]:
        sentence = substitute(sentence)
    if rng.random() < options["case_share"]:
        sentence = change_case(sentence, rng)
    return sentence


def _trees(data: Path, work: Path, recipe: dict[str, Any]) -> None:
    rng, options = random.Random(recipe["seed"]), recipe["trees"]
    held = set(recipe["held_out"]["gum"])
    vocab = Vocab()
    train = []
    for doc, found in _tree_documents(data):
        start = 0
        while doc not in held and start < len(found):
            size = rng.choice(options["run_lengths"])
            train.append(trees.tree_document(vocab, found[start : start + size], rng))
            start += size
    tagged = trees.read_tagged(data / "trees" / "gmb_tags.jsonl.gz")
    for tokens, tags in rng.sample(tagged, options["tagged_sentences"]):
        train.append(trees.tagged_document(vocab, tokens, tags))
    rng.shuffle(train)
    _write(train, work / "trees-1.spacy")
    write_held_out_trees(data, work / "trees_held_out.spacy", recipe)


def write_held_out_trees(data: Path, target: Path, recipe: dict[str, Any]) -> None:
    """The held-out trees as one file of documents."""
    held, vocab, rng = set(recipe["held_out"]["gum"]), Vocab(), random.Random(0)
    kept = [found for doc, found in _tree_documents(data) if doc in held]
    _write((trees.tree_document(vocab, found, rng, breaks=False) for found in kept), target)


def _tree_documents(data: Path) -> Iterator[tuple[str, list[trees.Tree]]]:
    for path in sorted((data / "trees").glob("gum_*.conllu.gz")):
        for doc, found in groupby(trees.read_trees(path), key=lambda tree: tree.doc):
            yield doc, list(found)


def _write(docs: Iterable[Any], path: Path) -> None:
    DocBin(attrs=_ATTRS, docs=docs).to_disk(path)


_ATTRS = ["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE",
          "SENT_START"]  # fmt: skip
