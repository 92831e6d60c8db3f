"""``factdiff check``: drafts held against their sources, for editors and for CI."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.cli.help import ACCEPTED, CHOICE, FAILING, SOURCES
from factdiff.cli.options import (
    FormatWords,
    Model,
    NoCache,
    Output,
    Published,
    Show,
    Verbose,
    Width,
    kinds_named,
    loudness,
    model_of,
    project_policy,
    quiet_option,
    read_sources,
    shown,
)
from factdiff.policy.fail_on import parse_fail_on

if TYPE_CHECKING:
    from factdiff.check.run import Read
    from factdiff.cli.options import Loudness
    from factdiff.model import Report
    from factdiff.policy.policy import Policy

Drafts = Annotated[
    list[str],
    typer.Argument(
        metavar="DRAFT",
        help="A draft to check: a text, Markdown or HTML file, a folder of them, a pattern such as"
        " 'drafts/**/*.md', or - for standard input.",
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SOURCE",
        help="What the drafts are held against: a file, folder, pattern or http(s) address; repeat"
        " it for several. A Markdown draft may list its own under sources: in its front matter.",
        rich_help_panel=SOURCES,
    ),
]
FailOnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with status 1 when a statement is contradicted (conflict, the default), or also"
        " worded differently (variant), weaker or stronger (compatible), or in no source"
        " (unsupported); or never. KIND=LEVEL sets it for one kind.",
        rich_help_panel=FAILING,
    ),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KINDS", help="Check these kinds only: date,count.", rich_help_panel=CHOICE
    ),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option(
        metavar="KINDS", help="Leave these kinds out: place,group.", rich_help_panel=CHOICE
    ),
]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        metavar="NUMBER",
        help="Leave out findings less sure than this: 0 to 1.",
        rich_help_panel=CHOICE,
    ),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REV",
        help="Only statements on lines that git says have changed since REV.",
        rich_help_panel=CHOICE,
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings accepted earlier; they are told, and do not fail.",
        rich_help_panel=ACCEPTED,
    ),
]
Update = Annotated[
    bool,
    typer.Option(
        "--update-baseline",
        help="Accept what fails now: add it to the baseline file.",
        rich_help_panel=ACCEPTED,
    ),
]
Prune = Annotated[
    bool,
    typer.Option(
        "--prune-baseline",
        help="Remove entries of these drafts that accept nothing.",
        rich_help_panel=ACCEPTED,
    ),
]
Reason = Annotated[
    str,
    typer.Option(
        metavar="TEXT", help="Why --update-baseline accepts what it adds.", rich_help_panel=ACCEPTED
    ),
]
SourcedOnly = Annotated[
    bool,
    typer.Option(
        "--sourced-only",
        help="Pass over drafts that no source is known for.",
        rich_help_panel=SOURCES,
    ),
]
Quiet = Annotated[bool, quiet_option("Print only what fails")]
ExitZero = Annotated[
    bool,
    typer.Option(
        "--exit-zero", help="Exit with status 0 whatever is found.", rich_help_panel=FAILING
    ),
]


def check(
    drafts: Drafts,
    against: Against = None,
    fail_on: FailOnWords = None,
    only: Only = None,
    ignore: Ignore = None,
    min_confidence: MinConfidence = None,
    changed_since: ChangedSince = None,
    baseline: BaselineFile = None,
    update_baseline: Update = False,
    prune_baseline: Prune = False,
    reason: Reason = "",
    sourced_only: SourcedOnly = False,
    exit_zero: ExitZero = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    published: Published = None,
    format: FormatWords = None,
    output: Output = None,
    show: Show = None,
    width: Width = None,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Hold drafts against their sources, for editors and for CI.

    Tells which statements of a draft are contradicted, differ in form or precision, are supported,
    or stand in no source, and exits with status 1 when one fails (see --fail-on).

    \b
    Examples:
      factdiff check draft.md --against wire.txt --against 'notes/*.txt'
      factdiff check drafts/
      factdiff check drafts/ --changed-since origin/main --fail-on variant
      factdiff check drafts/ --format sarif=factdiff.sarif --format markdown=summary.md
    """
    from factdiff.check.plan import plan
    from factdiff.check.session import AcceptedFile, check_plans
    from factdiff.cli.last import deliver
    from factdiff.cli.output import targets_of, view_of

    loud = loudness(quiet, verbose)
    listed = shown(show, loud)
    given = _values(fail_on, only, ignore, min_confidence, baseline, model)
    policy = project_policy(loud).over(given)
    targets = targets_of(format or (), output)
    plans = plan(drafts, against or (), policy.against, sourced_only=sourced_only)
    if not plans.plans:
        return
    result = check_plans(
        plans,
        policy,
        AcceptedFile(policy.file("baseline"), update_baseline, prune_baseline, reason),
        _reader(published, policy, not no_cache, loud),
        changed_since=changed_since,
    )
    failing = frozenset[str]() if update_baseline else result.failing
    deliver(result.report, targets, view_of(listed, width, quiet, failing), keep=not no_cache)
    if failing and not exit_zero:
        raise typer.Exit(1)


def _reader(published: list[str] | None, policy: Policy, cached: bool, loud: Loudness) -> Read:
    """What takes the claims of the files of a run."""
    from factdiff.cli.claims import read_claims

    def read(paths: Sequence[str]) -> Report:
        sources = read_sources(paths, published)
        return read_claims(sources, model_of(policy), cached, loud)

    return read


def _values(
    fail_on: list[str] | None,
    only: list[str] | None,
    ignore: list[str] | None,
    min_confidence: float | None,
    baseline: Path | None,
    model: str | None,
) -> dict[str, object]:
    """What the command line says, under the names of the policy file."""
    parse_fail_on(fail_on or ())
    return {
        "fail-on": tuple(fail_on or ()),
        "only": kinds_named(only, "--only"),
        "ignore": kinds_named(ignore, "--ignore"),
        "min-confidence": min_confidence,
        "baseline": None if baseline is None else str(baseline),
        "model": model,
    }
