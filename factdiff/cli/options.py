"""Options that several commands share, and the words that they take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.errors import UsageError
from factdiff.model import Source, Verdict
from factdiff.policy.fail_on import kind_of
from factdiff.policy.nearest import unknown
from factdiff.report.formats import Format
from factdiff.report.view import ALWAYS

if TYPE_CHECKING:
    from factdiff.policy.policy import Policy

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Articles: text or Markdown files, - for standard input."
    ),
]
Published = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DATE",
        help="Day of publication, such as 2020-07-09; repeat it, one for each source in order,"
        " - for unknown. Relative dates are resolved against it.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="Another installed spaCy pipeline instead of the bundled one."
    ),
]
FormatWords = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        help=f"One of {', '.join(Format)}; repeat it to write several, each to a FILE of its own."
        " Default: terminal on a terminal, else text.",
        autocompletion=lambda: list(Format),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write to this file, whole or not at all."),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Read every source anew, and keep nothing of it."),
]
Width = Annotated[
    int | None,
    typer.Option(min=40, max=500, metavar="COLUMNS", help="Columns of terminal and text."),
]
Show = Annotated[
    list[str] | None,
    typer.Option(
        metavar="VERDICTS",
        help="Also list findings that are only counted otherwise: agree, single, or agree,single.",
    ),
]


def shown(words: Iterable[str] | None) -> frozenset[Verdict]:
    """The verdicts to list: those that always are, and those named, by commas or repetition."""
    wanted = {word.strip() for group in words or () for word in group.split(",")} - {""}
    for word in sorted(wanted):
        if word not in list(Verdict):
            raise UsageError(unknown("--show", word, list(Verdict)))
    return ALWAYS | {Verdict(word) for word in wanted}


def kinds_named(words: Iterable[str] | None, where: str) -> tuple[str, ...]:
    """The kinds in ``date,count``. Raises ``UsageError`` with the nearest for another word."""
    named = (word.strip() for group in words or () for word in group.split(","))
    return tuple(str(kind_of(word, where)) for word in named if word)


def project_policy() -> Policy:
    """The policy of the project that the working folder belongs to."""
    from factdiff.policy.find import find_policy
    from factdiff.policy.policy import policy_of

    return policy_of(find_policy(Path.cwd()))


def model_of(policy: Policy) -> str | None:
    """The pipeline that the policy asks for, or None for the bundled one."""
    model = policy.value("model")
    return None if model is None else str(model)


def read_sources(paths: Sequence[str], published: Sequence[str] | None) -> list[Source]:
    """The sources in order. Raises ``UsageError`` when there are more dates than sources."""
    from factdiff.read import read_source

    dates = list(published or ())
    if len(dates) > len(paths):
        raise UsageError(
            f"--published was given {len(dates)} times for {len(paths)} sources; give one for each"
        )
    if paths.count("-") > 1:
        raise UsageError("- (standard input) can be one of the sources only; give a file")
    dates += ["-"] * (len(paths) - len(dates))
    return [
        read_source(path, published=None if date == "-" else date)
        for path, date in zip(paths, dates, strict=True)
    ]
