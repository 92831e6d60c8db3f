"""The only place that loads a spaCy pipeline: the bundled one or any other that is installed."""

from __future__ import annotations

import warnings
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import spacy
from spacy.about import __version__ as spacy_version
from spacy.language import Language
from thinc.api import NumpyOps, get_ops, use_ops

from factdiff.errors import ModelError

MODEL_PATH = Path(__file__).parent / "model"
BUNDLED_NAME = "en_factdiff_news"
_LANGUAGES = ("en", "xx")  # xx: any language

CLAIM_COMPONENTS = (
    "factdiff_names",
    "factdiff_roles",
    "factdiff_dates",
    "factdiff_quantities",
    "factdiff_laws",
    "factdiff_quotes",
)
"""The components that find claims, in the order they run: later ones see earlier claims."""


RULE_COMPONENTS = ("factdiff_labels", "factdiff_gazetteer", "factdiff_consistency")
"""What a foreign pipeline gets before the claim components: our labels and our document rules.

Before all of its own components it gets `factdiff_lines`, so that a headline ends with its line.
"""


def load_pipeline(name: str | None = None, *, claims: bool = True) -> Language:
    """Load a pipeline that turns an article into a `Doc` with trees, names and claims.

    `name` is an installed spaCy pipeline (`en_core_web_sm`) or the path of a pipeline directory;
    None stands for the bundled pipeline. Entities carry the labels PERSON, ORG, LOC, NORP and,
    where the pipeline knows them, LAW, EVENT, WORK and MISC, whatever labels a foreign pipeline
    has. With `claims` false the claim components are left out.

    Raises `ModelError`, in one line, where the pipeline is not installed, is for another language,
    or does not fit the installed versions of factdiff and spaCy.
    """
    nlp = _load(name)
    if nlp.lang not in _LANGUAGES:
        raise ModelError(f"{name} is a pipeline for {nlp.lang!r}: factdiff reads English")
    if "factdiff_lines" not in nlp.pipe_names:  # before the parser, which keeps to them
        nlp.add_pipe("factdiff_lines", first=True)
    if "parser" not in nlp.pipe_names and "senter" not in nlp.pipe_names:
        _add(nlp, "sentencizer")
    if RULE_COMPONENTS[-1] not in nlp.pipe_names:  # the bundled pipeline brings its rules along
        for component in RULE_COMPONENTS:
            _add(nlp, component)
    if claims:
        for component in CLAIM_COMPONENTS:
            _add(nlp, component)
    return nlp


def _add(nlp: Language, component: str) -> None:
    if component not in nlp.pipe_names:
        nlp.add_pipe(component)


def _load(name: str | None) -> Language:
    shown = name or f"the bundled pipeline {BUNDLED_NAME}"
    advice = "install factdiff again" if name is None else "install a version made for this spaCy"
    path = MODEL_PATH if name is None else Path(name)
    if name is None and not (path / "config.cfg").is_file():
        raise ModelError(f"{shown} is missing from this installation: install factdiff again")
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", message=r"\[W095\]")  # checked below, in words
            with _fast_products():
                nlp = spacy.load(path if name is None or path.is_dir() else name)
    except OSError as error:
        if name is not None and str(error).startswith("[E050]"):
            raise ModelError(
                f"no spaCy pipeline {name!r} is installed here: install it with "
                f"'python -m spacy download {name}', give the path of its directory, or leave "
                "--model out to use the bundled one"
            ) from error
        raise ModelError(f"{shown} cannot be read ({_first_line(error)}): {advice}") from error
    except (ValueError, KeyError, TypeError) as error:  # a layer, component or setting is unknown
        raise ModelError(
            f"{shown} does not fit factdiff's or spaCy's version {spacy_version} "
            f"({_first_line(error)}): {advice}"
        ) from error
    return nlp


def _fast_products() -> AbstractContextManager[object]:
    """Build the layers on numpy's matrix product: a quarter faster here than thinc's default.

    Where thinc finds something better (Apple's or Intel's library), that is left in place.
    """
    if type(get_ops("cpu")) is not NumpyOps:
        return nullcontext()
    chosen: AbstractContextManager[object] = use_ops("numpy", use_blis=False)
    return chosen


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else type(error).__name__
