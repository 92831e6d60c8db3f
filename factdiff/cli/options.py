"""Options that several commands share, and the words that they take."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.cli.help import OUTPUT, READING, SOURCES
from factdiff.errors import UsageError
from factdiff.model import Source, Verdict
from factdiff.policy.fail_on import kind_of
from factdiff.policy.nearest import unknown
from factdiff.report.clean import clean
from factdiff.report.formats import Format
from factdiff.report.view import ALWAYS, TEXT_WIDTH

if TYPE_CHECKING:
    from factdiff.policy.policy import Policy

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="An article: a text file, a Markdown file (.md), a saved web page (.html), an http(s)"
        " address, or - for standard input. Only an address makes factdiff use the network.",
    ),
]
Published = Annotated[
    list[str] | None,
    typer.Option(
        metavar="DATE",
        help="The day an article was published, such as 2020-07-09, where it does not tell;"
        " Thursday and last month are reckoned from it. Repeat it, one for each source in order,"
        " - for unknown.",
        rich_help_panel=SOURCES,
    ),
]
Model = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Another installed spaCy pipeline instead of the bundled one.",
        rich_help_panel=READING,
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
        rich_help_panel=OUTPUT,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write to this file instead of standard output, whole or not at all.",
        rich_help_panel=OUTPUT,
    ),
]
NoCache = Annotated[
    bool,
    typer.Option(
        "--no-cache",
        help="Read every source anew, and keep nothing of it.",
        rich_help_panel=READING,
    ),
]
Width = Annotated[
    int | None,
    typer.Option(
        min=40,
        max=500,
        metavar="COLUMNS",
        help="How wide terminal and text are: 40 to 500. Default: the terminal's width, else"
        f" {TEXT_WIDTH}.",
        rich_help_panel=OUTPUT,
    ),
]
Show = Annotated[
    list[str] | None,
    typer.Option(
        metavar="VERDICTS",
        help="List what is only counted otherwise: agree, single, or agree,single.",
        rich_help_panel=OUTPUT,
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="List everything, and tell on standard error which policy holds and how each source"
        " was read.",
        rich_help_panel=OUTPUT,
    ),
]
QUIET_HELP = "and on standard error nothing but errors; files are written all the same."


def quiet_option(what: str) -> typer.models.OptionInfo:
    """``--quiet``, ``-q``: ``what`` says what is still printed."""
    option: typer.models.OptionInfo = typer.Option(
        "--quiet", "-q", help=f"{what}, {QUIET_HELP}", rich_help_panel=OUTPUT
    )
    return option


class Loudness(Enum):
    """How much is told beside the report."""

    QUIET = 0
    USUAL = 1
    VERBOSE = 2


def loudness(quiet: bool, verbose: bool) -> Loudness:
    """What ``-q`` and ``-v`` ask for. Raises ``UsageError`` for both at once."""
    if quiet and verbose:
        raise UsageError("--quiet and --verbose exclude each other; leave one out")
    return Loudness.QUIET if quiet else Loudness.VERBOSE if verbose else Loudness.USUAL


def shown(
    words: Iterable[str] | None,
    loud: Loudness = Loudness.USUAL,
    quietly: frozenset[Verdict] = frozenset(),
) -> frozenset[Verdict]:
    """The verdicts to list: those that always are, and those named, by commas or repetition.

    ``-v`` lists all, ``-q`` those in ``quietly`` and those named.
    """
    wanted = {word.strip() for group in words or () for word in group.split(",")} - {""}
    for word in sorted(wanted):
        if word not in list(Verdict):
            raise UsageError(unknown("--show", word, list(Verdict)))
    named = frozenset(map(Verdict, wanted))
    if loud is Loudness.VERBOSE:
        return frozenset(Verdict)
    return named | (quietly if loud is Loudness.QUIET else ALWAYS)


def kinds_named(words: Iterable[str] | None, where: str) -> tuple[str, ...]:
    """The kinds in ``date,count``. Raises ``UsageError`` with the nearest for another word."""
    named = (word.strip() for group in words or () for word in group.split(","))
    return tuple(str(kind_of(word, where)) for word in named if word)


def project_policy(loud: Loudness = Loudness.USUAL) -> Policy:
    """The policy of the project that the working folder belongs to."""
    from factdiff.policy.find import find_policy
    from factdiff.policy.policy import policy_of

    found = find_policy(Path.cwd())
    if loud is Loudness.VERBOSE:
        tell(f"policy: {found.path if found is not None else 'none, every default holds'}")
    return policy_of(found)


def tell(words: str) -> None:
    """A line on standard error for whoever asked with ``-v``, or has to know."""
    sys.stderr.write(f"factdiff: {clean(words)}\n")


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
