"""The two training steps. Both run on one core and take their settings from a `.cfg` file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.cli.train import train as run
from thinc.api import NumpyOps, set_current_ops

from factdiff.pipeline.word_table import word_table_digest


def train(step: str, work: Path, recipe: dict[str, Any]) -> None:
    """Train `names` or `trees` on `work/<step>.spacy`; leaves `work/<step>/model-last`.

    The last weights are taken, not the best on held-out texts: those are kept for measuring.
    """
    set_current_ops(NumpyOps(use_blis=False))  # three times as fast here as the default
    run(
        Path(__file__).parent / f"{step}.cfg",
        work / step,
        overrides={
            "paths.train": str(work / f"{step}.spacy"),
            "paths.dev": str(work / f"{step}_held_out.spacy"),
            "paths.table": word_table_digest(),
            "system.seed": recipe["seed"],
        },
    )
