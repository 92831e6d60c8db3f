"""``factdiff compare``: what the sources agree on, where they differ, what one alone says."""

from __future__ import annotations

from typing import Annotated

import typer

from factdiff.cli.options import (
    FormatWords,
    Model,
    NoCache,
    Output,
    Published,
    Show,
    Sources,
    Width,
    model_of,
    project_policy,
    read_sources,
    shown,
)

FailOnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with status 1 when a finding reaches this level: conflict, variant,"
        " compatible, never (the default). KIND=LEVEL sets it for one kind.",
    ),
]


def compare(
    sources: Sources,
    published: Published = None,
    fail_on: FailOnWords = None,
    format: FormatWords = None,
    output: Output = None,
    show: Show = None,
    width: Width = None,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Show what the articles agree on, where they differ, and what one alone says.

    \b
    Examples:
      factdiff compare npr.txt upi.txt
      factdiff compare npr.txt upi.txt afp.txt --show agree,single
      factdiff compare a.txt b.txt --published 2020-07-09 --published -
      factdiff compare a.txt b.txt --format json --output report.json
      factdiff compare a.txt b.txt --format html=report.html --format terminal
      pbpaste | factdiff compare - wire.txt --fail-on conflict
    """
    from factdiff import diff
    from factdiff.cli.claims import read_claims
    from factdiff.cli.last import keep_last
    from factdiff.cli.output import emit, targets_of, told_from
    from factdiff.errors import UsageError
    from factdiff.policy.fail_on import parse_fail_on
    from factdiff.report.formats import renderer
    from factdiff.report.terminal import TerminalReport
    from factdiff.report.view import View

    level = parse_fail_on(fail_on or ())
    policy = project_policy().over({"model": model})
    targets = targets_of(format or (), output)
    root, inside = told_from()
    view = View(show=shown(show), width=width, root=root, inside=inside)
    if len(sources) < 2:
        raise UsageError("compare needs at least two sources; give one more")
    articles = read_sources(sources, published)
    read = read_claims(articles, model_of(policy), not no_cache)
    report = diff.report_of(read.tool, read.sources, read.claims, policy.rules().settings)
    emit(
        targets,
        width,
        lambda: TerminalReport(report, view),
        lambda name: renderer(name)(report, view),
    )
    if not no_cache:
        keep_last(report)
    if any(level.reaches(finding) for finding in report.findings):
        raise typer.Exit(1)
