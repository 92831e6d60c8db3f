"""What `meta.json`, the floors and the printed report say of a pipeline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language

from factdiff.pipeline.word_table import WORDS_FILE
from factdiff.training.corpus import sha256
from factdiff.training.evaluate import (
    MAIN_LABELS,
    Counts,
    mean,
    score_names,
    score_trees,
    table,
)


def scores(nlp: Language, data: Path, work: Path, recipe: dict[str, Any]) -> dict[str, Any]:
    """The part of `meta.json` that is measured: scores by set and label, hashes, licences."""
    raw = score_names(nlp, data, recipe, rules=False)
    ruled = score_names(nlp, data, recipe, rules=True)
    return {
        "performance": {
            "names": _by_set(raw),
            "names_with_rules": _by_set(ruled),
            "trees": score_trees(nlp, work / "trees_held_out.spacy"),
        },
        "data": json.loads((work / "inputs.json").read_text(encoding="utf8")),
        "word_table": sha256(WORDS_FILE),
        "sources": recipe["sources"],
    }


def _by_set(scores: dict[str, Counts]) -> dict[str, Any]:
    found: dict[str, Any] = {"mean": mean(scores)}
    for name, counts in scores.items():
        labels = {label: counts.f1([label]) for label in (*MAIN_LABELS, "LAW", "EVENT", "MISC")}
        found[name] = {"all": counts.f1(), **labels}
    return found


def report(nlp: Language, data: Path, work: Path, recipe: dict[str, Any]) -> Iterator[str]:
    """The same as lines of text."""
    yield "names, each sentence alone, without document rules"
    yield from table(score_names(nlp, data, recipe, rules=False))
    yield "names, whole documents, with document rules"
    yield from table(score_names(nlp, data, recipe, rules=True))
    if (work / "trees_held_out.spacy").exists():
        yield f"trees: {score_trees(nlp, work / 'trees_held_out.spacy')}"
