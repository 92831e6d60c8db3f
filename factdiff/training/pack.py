"""Last step but one: both trained halves in one directory, trimmed and in half precision."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language

from factdiff.pipeline.word_table import word_table_digest
from factdiff.training.corpus import recipe, sha256
from factdiff.training.texts import LABELS

RULES = ("factdiff_gazetteer", "factdiff_consistency")
TREE_PARTS = ("tok2vec", "tagger", "morphologizer", "parser", "trainable_lemmatizer")


def join(names: Path, trees: Path) -> Language:
    """One pipeline: lines, names, document rules, then tags and trees."""
    nlp, parser = spacy.blank("en"), spacy.load(trees)
    nlp.config["nlp"]["tokenizer"] = parser.config["nlp"]["tokenizer"]
    nlp.tokenizer = parser.tokenizer
    nlp.add_pipe("factdiff_lines")
    student = recipe()["student"]
    settings = {"labels": list(LABELS), "table": word_table_digest()}
    settings.update(columns=student["columns"], reaches=student["reaches"])
    finder: Any = nlp.add_pipe("factdiff_finder", name="ner", config=settings)
    with np.load(names) as stored:
        finder.set_weights({name: stored[name] for name in stored.files})
    for rule in RULES:
        nlp.add_pipe(rule)
    for part in TREE_PARTS:
        nlp.add_pipe(part, source=parser)
    nlp.add_pipe("factdiff_precision")
    return nlp


def pack(names: Path, trees: Path, target: Path, meta: dict[str, Any]) -> None:
    """Write the joined pipeline to `target`, which is exchanged as a whole."""
    nlp = join(names, trees)
    settings = recipe()["pack"]
    nlp.meta.update(settings, **meta)
    fresh = target.with_name(target.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    for path in fresh.glob("**/model"):
        srsly.write_msgpack(path, _halved(srsly.read_msgpack(path)))
    strings = sorted(_needed_strings(nlp))
    (fresh / "vocab" / "strings.json").write_text(json.dumps(strings), encoding="utf8")
    meta_path = fresh / "meta.json"
    stored = json.loads(meta_path.read_text(encoding="utf8"))
    stored.update(settings)  # spaCy writes the version range of this machine
    stored["weights"] = {
        str(path.relative_to(fresh)): sha256(path)
        for path in sorted([*fresh.glob("**/model"), *fresh.glob("**/weights.npz")])
    }
    meta_path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", encoding="utf8")
    shutil.copy(Path(__file__).parent / "model_card.md", fresh / "README.md")
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _halved(value: Any) -> Any:  # noqa: ANN401 - whatever the weight file holds
    if isinstance(value, np.ndarray) and value.dtype == np.float32:
        return value.astype(np.float16)
    if isinstance(value, dict):
        return {key: _halved(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_halved(item) for item in value]
    return value


def _needed_strings(nlp: Language) -> set[str]:
    """Labels and features in all the ways they are looked up; words come with the text."""
    found: set[str] = set()
    for _, component in nlp.pipeline:
        for label in getattr(component, "labels", None) or ():
            text = str(label)
            found |= {text, text.split("-", 1)[-1], *text.split("||"), *text.split("|")}
            found |= {part.split("=")[-1] for part in text.split("|")}
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    for tree in lemmatizer.label_data["trees"]:
        found |= {tree[key] for key in ("orig", "subst") if tree.get(key)}
    return found
