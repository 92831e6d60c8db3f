"""The two training steps. Both run on one core and take their settings from a `.cfg` file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops

from factdiff.pipeline.word_table import word_table_digest
from factdiff.training.mixing import read_mean


def train(step: str, work: Path, recipe: dict[str, Any]) -> None:
    """Train `names` or `trees` round by round; leaves `work/<step>-<round>/model-last`.

    The last weights are taken, not the best on held-out texts: those are kept for measuring.
    """
    set_current_ops(NumpyOps(use_blis=False))  # three times as fast here as the default
    for number, round_ in enumerate(recipe[step]["rounds"], start=1):
        target = work / f"{step}-{number}"
        if not (target / "model-last").exists():
            _round(step, work, number, round_)


def _round(step: str, work: Path, number: int, round_: dict[str, Any]) -> None:
    overrides = {
        "paths.train": str(work / f"{step}-{number}.spacy"),
        "paths.dev": str(work / f"{step}_held_out.spacy"),
        "paths.table": word_table_digest(),
        "training.max_steps": round_["steps"],
        "training.optimizer.learn_rate.initial_rate": round_["rate"],
        "training.optimizer.learn_rate.total_steps": round_["decay_steps"],
    }
    overrides.update(round_.get("settings", {}))
    nlp = init_nlp(load_config(Path(__file__).parent / f"{step}.cfg", overrides, interpolate=False))
    if "start" in round_:  # go on from the weights of earlier rounds
        read_mean(nlp, "ner", [work / f"{step}-{n}" / "model-last" for n in round_["start"]])
    target = work / f"{step}-{number}"
    target.mkdir(parents=True, exist_ok=True)
    run(nlp, target)
