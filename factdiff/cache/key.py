"""What an entry depends on: the text, the rules that read it, and the pipeline. Never the time."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import factdiff
from factdiff.model import Source

_RULES = ("kinds", "pipeline", "lexicon", "reading.py", "model")
_BULKY = 1_000_000  # bytes beyond which a file counts by its size: weights change with meta.json
_FILES = frozenset({".py", ".tsv", ".toml", ".json", ".cfg", ".txt", ".npz", ""})


def key_of(source: Source, pipeline: str) -> str:
    """The name of the entry for a source: everything that its claims can depend on."""
    parts = (
        factdiff.__version__,
        rules(),
        pipeline,
        source.text,
        source.published,
        source.title,
        source.headline,
        source.dateline,
        source.skipped,
    )
    return sha256("\x00".join(map(repr, parts)).encode("utf-8", "surrogatepass")).hexdigest()


def pipeline_identity(model: str | None) -> str | None:
    """A pipeline by name and version, found without loading it; None when it cannot be told.

    None stands for the bundled pipeline, which ``rules`` covers.
    """
    try:
        spacy = version("spacy")
        if model is None:
            return f"bundled, spacy {spacy}"
        if Path(model).is_dir():
            return f"{_digest([Path(model)])}, spacy {spacy}"
        return f"{model} {version(model)}, spacy {spacy}"
    except (PackageNotFoundError, ValueError, OSError):
        return None


@cache
def rules() -> str:
    """A digest of the code and the tables that find claims, and of the bundled pipeline."""
    home = Path(factdiff.__file__).parent
    return _digest([home / name for name in _RULES])


def _digest(places: list[Path]) -> str:
    digest = sha256()
    for place in places:
        found = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in found:
            if path.suffix not in _FILES or "__pycache__" in path.parts or not path.is_file():
                continue
            size = path.stat().st_size
            digest.update(f"{path.relative_to(place.parent).as_posix()} {size}\n".encode())
            if size < _BULKY:
                digest.update(path.read_bytes())
    return digest.hexdigest()
