"""``factdiff check``: drafts held against their sources, for editors and for CI."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from factdiff.cli.options import (
    FormatWords,
    Model,
    NoCache,
    Output,
    Published,
    Show,
    Width,
    kinds_named,
    model_of,
    project_policy,
    read_sources,
    shown,
)
from factdiff.model import Report, Verdict
from factdiff.policy.fail_on import parse_fail_on
from factdiff.report.view import View

if TYPE_CHECKING:
    from factdiff.cli.output import Target

Drafts = Annotated[
    list[str],
    typer.Argument(
        metavar="DRAFT", help="Drafts: files, folders, patterns such as 'drafts/**/*.md'."
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        metavar="SOURCE",
        help="A file, folder or pattern to hold the drafts against; repeat it for several. Beside"
        " these, a Markdown draft's front matter may list its own under sources:.",
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
    ),
]
Only = Annotated[
    list[str] | None, typer.Option(metavar="KINDS", help="Check these kinds only: date,count.")
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="KINDS", help="Leave these kinds out: place,group.")
]
MinConfidence = Annotated[
    float | None,
    typer.Option(min=0, max=1, metavar="NUMBER", help="Leave out findings less sure than this."),
]
ChangedSince = Annotated[
    str | None,
    typer.Option(
        metavar="REV", help="Only statements on lines that git says have changed since REV."
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        "--baseline",
        metavar="FILE",
        help="Findings accepted earlier; they are told, and do not fail.",
    ),
]
Update = Annotated[
    bool,
    typer.Option("--update-baseline", help="Accept what fails now: add it to the baseline file."),
]
Prune = Annotated[
    bool,
    typer.Option("--prune-baseline", help="Remove entries of these drafts that accept nothing."),
]
Reason = Annotated[
    str, typer.Option(metavar="TEXT", help="Why --update-baseline accepts what it adds.")
]
SourcedOnly = Annotated[
    bool,
    typer.Option("--sourced-only", help="Pass over drafts that no source is known for."),
]
Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Print only what fails; files are written all the same."),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="List everything: --show agree,single.")
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="Exit with status 0 whatever is found.")
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
    """Hold drafts against their sources: what is contradicted, differs, or stands in none.

    \b
    Examples:
      factdiff check draft.md --against wire.txt --against 'notes/*.txt'
      factdiff check drafts/
      factdiff check drafts/ --changed-since origin/main --format github
      factdiff check draft.md --against wire.txt --fail-on variant --fail-on count=conflict
      factdiff check drafts/ --format sarif=factdiff.sarif --format markdown=summary.md
    """
    from factdiff.check.plan import plan
    from factdiff.check.session import AcceptedFile, check_plans
    from factdiff.cli.claims import read_claims
    from factdiff.cli.output import targets_of, told_from

    policy = project_policy().over(_values(fail_on, only, ignore, min_confidence, baseline, model))
    listed = frozenset[Verdict]() if quiet else frozenset(Verdict) if verbose else shown(show)
    targets = targets_of(format or (), output)
    plans = plan(drafts, against or (), policy.against, sourced_only=sourced_only)
    if not plans.plans:
        return
    result = check_plans(
        plans,
        policy,
        AcceptedFile(policy.file("baseline"), update_baseline, prune_baseline, reason),
        lambda paths: read_claims(read_sources(paths, published), model_of(policy), not no_cache),
        changed_since=changed_since,
    )
    failing = frozenset[str]() if update_baseline else result.failing
    root, inside = told_from()
    view = View(listed, width, quiet, root=root, inside=inside, failing=failing)
    _show(result.report, targets, view)
    if not no_cache:
        from factdiff.cli.last import keep_last

        keep_last(result.report)
    if failing and not exit_zero:
        raise typer.Exit(1)


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


def _show(report: Report, targets: list[Target], view: View) -> None:
    """Put the report where it belongs; a quiet run that fails nothing prints nothing."""
    from factdiff.cli.output import emit
    from factdiff.report.formats import renderer
    from factdiff.report.terminal import TerminalReport

    if view.brief and not view.failing:
        targets = [target for target in targets if target.path is not None]
    emit(
        targets,
        view.width,
        lambda: TerminalReport(report, view),
        lambda name: renderer(name)(report, view),
    )
