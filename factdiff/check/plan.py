"""Which drafts are checked against which sources."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factdiff.errors import InputError, UsageError
from factdiff.read import named_sources
from factdiff.read.web import is_address

ARTICLES = frozenset({".md", ".markdown", ".txt", ".html", ".htm"})  # what a folder is searched for
_PATTERN = frozenset("*?[")


Against = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A draft and the files it is held against, as they were given."""

    draft: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plans:
    """What is checked, and the files of folders and patterns that name no sources."""

    plans: tuple[Plan, ...]
    passed_over: tuple[str, ...]


def plan(
    drafts: Sequence[str],
    against: Sequence[str],
    policy: Against = lambda _: (),
    *,
    sourced_only: bool = False,
) -> Plans:
    """Drafts with their sources: what front matter names, ``policy`` for a draft, ``against``.

    Files, folders (searched for Markdown, plain text and HTML) and patterns
    (``drafts/**/*.md``) are taken. Raises ``UsageError`` for a draft named by itself that has no
    source, unless ``sourced_only`` passes over it, and ``InputError`` for a pattern or folder
    that holds nothing.
    """
    common = list(expand(against))
    plans: dict[str, Plan] = {}
    passed_over = []
    for given in drafts:
        for draft in expand([given]):
            sources = _sources(draft, [*expand(policy(draft)), *common])
            if sources:
                plans.setdefault(_real(draft), Plan(draft, sources))
            elif draft == given and not sourced_only:
                raise UsageError(
                    f"{draft} names no sources: give --against, or list them under sources: in"
                    " its front matter"
                )
            else:
                passed_over.append(draft)
    read = {_real(source) for each in plans.values() for source in each.sources}
    passed_over = [path for path in passed_over if _real(path) not in read]
    if not plans and not sourced_only:
        raise UsageError("none of these drafts names a source: give --against, or sources: in them")
    return Plans(tuple(plans.values()), tuple(passed_over))


def expand(given: Iterable[str]) -> Iterator[str]:
    """Files as they are; the articles below a folder and the matches of a pattern, sorted."""
    for path in given:
        if is_address(path):
            yield path
        elif Path(path).is_dir():
            yield from _articles(path)
        elif _PATTERN & set(path) and not Path(path).exists():
            matches = glob.glob(path, recursive=True)  # noqa: PTH207  patterns may be absolute
            found = sorted(match for match in matches if Path(match).is_file())
            if not found:
                raise InputError(f"{path} matches no file; check the pattern")
            yield from found
        else:
            yield path


def _articles(folder: str) -> list[str]:
    found = sorted(
        str(path)
        for path in Path(folder).rglob("*")
        if path.suffix.lower() in ARTICLES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )
    if not found:
        raise InputError(f"{folder} holds no .md, .txt or .html file; name the drafts")
    return found


def _sources(draft: str, common: Sequence[str]) -> tuple[str, ...]:
    named = () if draft == "-" or is_address(draft) else expand(_named(draft))
    own = {_real(draft)}
    chosen: dict[str, str] = {}
    for source in (*named, *common):
        if _real(source) not in own:
            chosen.setdefault(_real(source), source)
    return tuple(chosen.values())


def _named(draft: str) -> tuple[str, ...]:
    """What the front matter lists. Raises ``InputError`` for a file that is not there."""
    sources = named_sources(draft)
    for source in sources:
        if not is_address(source) and not _PATTERN & set(source) and not Path(source).exists():
            raise InputError(f"{draft} names {source} under sources:, which is not there")
    return sources


def _real(path: str) -> str:
    return path if path == "-" or is_address(path) else os.path.realpath(path)
