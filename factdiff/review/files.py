"""The files a review reads and leaves: which suffix means what."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from factdiff.errors import InputError, UsageError
from factdiff.report.write import write_whole
from factdiff.review.export import decisions_json, memo, replay
from factdiff.review.policies import alias_tables, baseline
from factdiff.review.session import Session


def _as_json(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


SUFFIXES: Mapping[str, Callable[[Session], str]] = MappingProxyType(
    {
        ".baseline.json": baseline,  # before .json, which it ends with too
        ".aliases.toml": alias_tables,
        ".json": lambda session: _as_json(decisions_json(session)),
        ".md": memo,
    }
)


def _writer(path: Path) -> Callable[[Session], str]:
    for suffix, write in SUFFIXES.items():
        if path.name.endswith(suffix):
            return write
    raise UsageError(f"--export {path}: the suffix must be one of {', '.join(SUFFIXES)}")


def check_exports(paths: Iterable[Path]) -> None:
    """Refuse an unknown suffix before anything is asked. Raises ``UsageError``."""
    for path in paths:
        _writer(path)


def write_exports(session: Session, paths: Iterable[Path]) -> None:
    """Write every file, each whole or not at all."""
    for path in paths:
        write_whole(path, _writer(path)(session))


def replay_file(session: Session, path: Path) -> str:
    """Apply a file of decisions; returns one line that says how many applied.

    Raises ``InputError`` when the file cannot be read or is something else.
    """
    try:
        document = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise InputError(f"{path}: not JSON; give a file written with --export") from error
    if not isinstance(document, dict):
        raise InputError(f"{path}: not a file of decisions; give one written with --export")
    applied, gone = replay(session, document)
    rest = f", {len(gone)} have no finding here any more" if gone else ""
    return f"{applied} decisions applied{rest}"
