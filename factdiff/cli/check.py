"""``factdiff check``: drafts held against their sources, for editors and for CI."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

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
    exit_zero: ExitZero = False,
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
    from factdiff.check.accept import AcceptedFile
    from factdiff.check.changed import changed_lines
    from factdiff.check.plan import plan
    from factdiff.check.run import Job, articles_of, told
    from factdiff.check.run import check as check_drafts
    from factdiff.cli.claims import read_claims
    from factdiff.cli.last import keep_last
    from factdiff.cli.output import emit, targets_of
    from factdiff.policy.fail_on import parse_fail_on
    from factdiff.report.formats import renderer
    from factdiff.report.terminal import TerminalReport
    from factdiff.report.view import View

    parse_fail_on(fail_on or ())
    policy = project_policy().over(
        {
            "fail-on": tuple(fail_on or ()),
            "only": kinds_named(only, "--only"),
            "ignore": kinds_named(ignore, "--ignore"),
            "min-confidence": min_confidence,
            "baseline": None if baseline is None else str(baseline),
            "model": model,
        }
    )
    listed = shown(show)
    targets = targets_of(format or (), output)
    plans = plan(drafts, against or (), policy.against)
    accepted = AcceptedFile(policy.file("baseline"), update_baseline, prune_baseline, reason)
    known = accepted.read()
    jobs = [
        Job(
            each,
            policy.rules(each.draft),
            changed_lines(each.draft, changed_since) if changed_since else None,
            accepted.name_of(each.draft),
        )
        for each in plans.plans
    ]
    paths = articles_of(jobs)
    sources = dict(zip(paths, read_sources(paths, published), strict=True))
    result = check_drafts(
        jobs,
        sources,
        lambda articles: read_claims(articles, model_of(policy), cached=not no_cache),
        baseline=known,
        today=accepted.today,
    )
    accepted.write(known, result.drafts)
    report = told(result, plans.passed_over)
    failing = frozenset[str]() if update_baseline else result.failing
    view = View(show=listed, width=width, root=str(Path.cwd()), failing=failing)
    emit(
        targets,
        width,
        lambda: TerminalReport(report, view),
        lambda name: renderer(name)(report, view),
    )
    if not no_cache:
        keep_last(report)
    if failing and not exit_zero:
        raise typer.Exit(1)
