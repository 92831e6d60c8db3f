"""One command a step; README.md beside this module says what each takes and leaves."""

from __future__ import annotations

import argparse
from pathlib import Path

from factdiff.pipeline.load import MODEL_PATH, load_pipeline
from factdiff.training.corpus import recipe


def main() -> None:
    """Run one step."""
    parser = argparse.ArgumentParser(prog="python -m factdiff.training", description=__doc__)
    parser.add_argument("step", choices=sorted(_STEPS))
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--work", type=Path, default=Path("../work"), help="files between steps")
    parser.add_argument("--model", help="score this pipeline instead of the bundled one")
    parser.add_argument("--keep-words", action="store_true", help="do not build words.npz again")
    parser.add_argument("--because", default="", help="why floors are lowered")
    options = parser.parse_args()
    _STEPS[options.step](options)


def _prepare(options: argparse.Namespace) -> None:
    from factdiff.training.prepare import prepare

    prepare(options.data, options.work, recipe(), new_words=not options.keep_words)


def _teacher(options: argparse.Namespace) -> None:
    from factdiff.training.train import train_teacher

    train_teacher(options.work, recipe())


def _names(options: argparse.Namespace) -> None:
    from factdiff.training.train import train_student

    train_student(options.work, recipe())


def _trees(options: argparse.Namespace) -> None:
    from factdiff.training.train import train_trees

    train_trees(options.work, recipe())


def _pack(options: argparse.Namespace) -> None:
    from factdiff.training.card import scores
    from factdiff.training.pack import pack

    work = options.work
    names, trees = work / "names.npz", work / "trees-1" / "model-last"
    pack(names, trees, MODEL_PATH, {})
    nlp = load_pipeline(claims=False)
    pack(names, trees, MODEL_PATH, scores(nlp, options.data, work, recipe()))


def _evaluate(options: argparse.Namespace) -> None:
    from factdiff.training.card import report

    nlp = load_pipeline(options.model, claims=False)
    for line in report(nlp, options.data, options.work, recipe()):
        print(line)


def _origins(options: argparse.Namespace) -> None:
    from factdiff.training.origins import recall_by_origin

    table = Path("tests/quality/names_by_origin.tsv")
    nlp = load_pipeline(options.model, claims=False)
    for origin, (found, wanted) in recall_by_origin(nlp, table).items():
        print(f"{origin:12} {found:3} of {wanted:3}  {100 * found / wanted:5.1f} %")


def _floors(options: argparse.Namespace) -> None:
    from factdiff.training.floors import changed, measure

    nlp = load_pipeline(options.model, claims=False)
    path = Path("tests/quality/pipeline_floors.toml")
    for line in changed(path, measure(nlp, options.data), options.because):
        print(line)


_STEPS = {
    "floors": _floors,
    "prepare": _prepare,
    "teacher": _teacher,
    "names": _names,
    "trees": _trees,
    "pack": _pack,
    "evaluate": _evaluate,
    "origins": _origins,
}

if __name__ == "__main__":
    main()
