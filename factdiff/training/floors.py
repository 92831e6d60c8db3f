"""The figures that `tests/quality/pipeline_floors.toml` holds floors for."""

from __future__ import annotations

import tempfile
from pathlib import Path

from spacy.language import Language

from factdiff.training.corpus import recipe
from factdiff.training.evaluate import mean, score_names, score_trees
from factdiff.training.prepare import QUOTED, write_held_out_trees


def measure(nlp: Language, data: Path) -> dict[str, float]:
    """Names without and with document rules, tags and trees, in percent; takes half a minute."""
    settings = recipe()
    raw = score_names(nlp, data, settings, rules=False)
    ruled = score_names(nlp, data, settings, rules=True)
    figures = {f"names_{source}": raw[source].f1() for source in QUOTED}
    figures["names_mean"] = mean(raw)
    figures["names_mean_with_rules"] = mean(ruled)
    figures["persons_gum"] = raw["gum_train"].f1(["PERSON"])
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / "trees_held_out.spacy"
        write_held_out_trees(data, held, settings)
        figures.update(score_trees(nlp, held))
    return figures
