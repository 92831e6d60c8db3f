"""The figures that `tests/quality/pipeline_floors.toml` holds floors for, and how they change."""

from __future__ import annotations

import tempfile
import tomllib
from pathlib import Path

from spacy.language import Language

from factdiff.training.corpus import recipe
from factdiff.training.evaluate import mean, score_names, score_trees
from factdiff.training.prepare import QUOTED, write_held_out_trees

SLACK = 0.3  # below what was measured: another machine adds in another order


def measure(nlp: Language, data: Path) -> dict[str, float]:
    """Names without and with document rules, tags and trees, in percent; takes half a minute."""
    settings = recipe()
    raw = score_names(nlp, data, settings, rules=False)
    ruled = score_names(nlp, data, settings, rules=True)
    figures = {f"names_{source}": raw[source].f1() for source in QUOTED}
    figures["names_mean"] = mean(raw)
    figures["names_mean_with_rules"] = mean(ruled)
    figures["persons_gum_train"] = raw["gum_train"].f1(["PERSON"])
    with tempfile.TemporaryDirectory() as folder:
        held = Path(folder) / "trees_held_out.spacy"
        write_held_out_trees(data, held, settings)
        figures.update(score_trees(nlp, held))
    return figures


def changed(path: Path, figures: dict[str, float], because: str) -> list[str]:
    """Raise the floors in `path` to `figures` less some slack; returns what is said of each change.

    A floor above its figure stays, and stays broken, unless `because` gives the reason; then it is
    lowered and the reason is kept in the file.
    """
    stored = tomllib.loads(path.read_text(encoding="utf8"))
    floors: dict[str, float] = dict(stored["floors"])
    lowered: dict[str, str] = dict(stored["lowered"])
    said = []
    for name, figure in figures.items():
        old, new = floors.get(name, 0.0), round(figure - SLACK, 1)
        if figure < old and not because:
            said.append(f"{name}: {figure} is below its floor {old}; --because REASON lowers it")
        elif figure < old:
            lowered[name] = f"{old} to {new}: {because}"
            floors[name] = new
            said.append(f"{name}: lowered from {old} to {new}")
        elif new > old:
            floors[name] = new
            said.append(f"{name}: raised from {old} to {new}")
    path.write_text(_document(floors, lowered, stored["origins"]), encoding="utf8")
    return said


def _document(floors: dict[str, float], lowered: dict[str, str], origins: dict[str, float]) -> str:
    lines = [
        "# Floors of the bundled pipeline, in percent. Changed by",
        "# `python -m factdiff.training floors --data ../shared/data`, which raises them;",
        "# to lower one it asks for --because REASON and keeps the reason below.",
        "",
        "# On the held-out documents of factdiff/training/recipe.toml.",
        "[floors]",
        *(f"{name} = {value}" for name, value in sorted(floors.items())),
        "",
        "# Recall of person names on names_by_origin.tsv; `each` holds where no origin is named.",
        "[origins]",
        *(f"{name} = {value}" for name, value in sorted(origins.items())),
        "",
        "[lowered]",
        *(f'{name} = "{reason}"' for name, reason in sorted(lowered.items())),
    ]
    return "\n".join(lines).rstrip() + "\n"
