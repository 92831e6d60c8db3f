"""``factdiff compare``: what the sources agree on, where they differ, what one alone says."""

from __future__ import annotations

from typing import Annotated

import typer

from factdiff.cli.help import FAILING
from factdiff.cli.options import (
    FormatWords,
    Model,
    NoCache,
    Output,
    Published,
    Show,
    Sources,
    Verbose,
    Width,
    loudness,
    model_of,
    project_policy,
    quiet_option,
    read_sources,
    shown,
)
from factdiff.model import Verdict

FailOnWords = Annotated[
    list[str] | None,
    typer.Option(
        "--fail-on",
        metavar="LEVEL",
        help="Exit with status 1 when a finding reaches this level: conflict, variant,"
        " compatible, never (the default). KIND=LEVEL sets it for one kind.",
        rich_help_panel=FAILING,
    ),
]
Quiet = Annotated[bool, quiet_option("Print conflicts and variants only")]
QUIETLY = frozenset({Verdict.CONFLICT, Verdict.VARIANT})


def compare(
    sources: Sources,
    published: Published = None,
    fail_on: FailOnWords = None,
    format: FormatWords = None,
    output: Output = None,
    show: Show = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    width: Width = None,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Compare what two articles or more say of one event.

    Tells where they contradict each other, where they say a thing in another form or less
    precisely, what they agree on, and what one alone says.

    \b
    Examples:
      factdiff compare npr.txt upi.txt                   two text files
      factdiff compare npr.md upi.html afp.txt -v        three, with all that agrees
      factdiff compare draft.md https://example.org/news
      pbpaste | factdiff compare - wire.txt              what you copied, and a file
      factdiff compare a.txt b.txt --published 2020-07-09 --published -
      factdiff compare a.txt b.txt --format json --output report.json
      factdiff compare a.txt b.txt --format html=report.html --format terminal
    """
    from factdiff import diff
    from factdiff.cli.claims import read_claims
    from factdiff.cli.last import deliver
    from factdiff.cli.output import targets_of, view_of
    from factdiff.errors import UsageError
    from factdiff.policy.fail_on import parse_fail_on

    loud = loudness(quiet, verbose)
    level = parse_fail_on(fail_on or ())
    listed = shown(show, loud, QUIETLY)
    policy = project_policy(loud).over({"model": model})
    targets = targets_of(format or (), output)
    if len(sources) < 2:
        raise UsageError("compare needs at least two sources; give one more")
    articles = read_sources(sources, published)
    read = read_claims(articles, model_of(policy), not no_cache, loud)
    report = diff.report_of(read.tool, read.sources, read.claims, policy.rules().settings)
    failing = frozenset(f.id for f in report.findings if level.reaches(f)) if fail_on else None
    view = view_of(listed, width, quiet, failing)
    deliver(report, targets, view, keep=not no_cache)
    if failing:
        raise typer.Exit(1)
