"""``factdiff extract``: the claims of each source, with place and normal form."""

from __future__ import annotations

from typing import Annotated

import typer

from factdiff.cli.help import OUTPUT
from factdiff.cli.options import (
    Model,
    NoCache,
    Output,
    Published,
    Sources,
    Width,
    loudness,
    model_of,
    project_policy,
    quiet_option,
    read_sources,
)
from factdiff.report.formats import CLAIM_FORMATS

ClaimFormats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[=FILE]",
        help=f"One of {', '.join(CLAIM_FORMATS)}; repeat it to write several, each to a FILE of"
        " its own. Default: terminal on a terminal, else text.",
        autocompletion=lambda: list(CLAIM_FORMATS),
        rich_help_panel=OUTPUT,
    ),
]
Quiet = Annotated[bool, quiet_option("Print the claims without the remarks below them")]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose",
        "-v",
        help="Show the sentence below each claim, and tell on standard error which policy holds and"
        " how each source was read.",
        rich_help_panel=OUTPUT,
    ),
]


def extract(
    sources: Sources,
    published: Published = None,
    format: ClaimFormats = None,
    output: Output = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    width: Width = None,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Show what an article states, claim by claim.

    People, offices, dates, numbers, laws, quotations and the rest, each with its place, its
    normal form and what it is about.

    \b
    Examples:
      factdiff extract npr.txt
      factdiff extract saved-page.html --published 2020-07-09 -v
      factdiff extract npr.txt upi.txt --format json --output claims.json
      factdiff extract npr.txt --format csv=claims.csv --format html=claims.html
    """
    from factdiff.cli.claims import read_claims
    from factdiff.cli.output import emit, targets_of
    from factdiff.report.claims import TerminalExtract
    from factdiff.report.formats import extract_renderer
    from factdiff.report.view import View

    loud = loudness(quiet, verbose)
    policy = project_policy(loud).over({"model": model})
    targets = targets_of(format or (), output)
    renderers = {target.format: extract_renderer(target.format) for target in targets}
    articles = read_sources(sources, published)
    report = read_claims(articles, model_of(policy), not no_cache, loud)
    view = View(width=width, brief=quiet, detailed=verbose)
    emit(
        targets,
        width,
        lambda: TerminalExtract(report, view),
        lambda name: renderers[name](report, view),
    )
