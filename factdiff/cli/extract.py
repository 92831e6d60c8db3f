"""``factdiff extract``: the claims of each source, with place and normal form."""

from __future__ import annotations

from factdiff.cli.options import (
    FormatWords,
    Model,
    NoCache,
    Output,
    Published,
    Sources,
    Width,
    model_of,
    project_policy,
    read_sources,
)


def extract(
    sources: Sources,
    published: Published = None,
    format: FormatWords = None,
    output: Output = None,
    width: Width = None,
    model: Model = None,
    no_cache: NoCache = False,
) -> None:
    """Show the claims of each article: people, dates, counts, laws, quotations and the rest.

    \b
    Examples:
      factdiff extract npr.txt
      factdiff extract npr.txt upi.txt --format json --output claims.json
    """
    from factdiff.cli.claims import read_claims
    from factdiff.cli.output import emit, targets_of
    from factdiff.report.extract import TerminalExtract
    from factdiff.report.formats import extract_renderer
    from factdiff.report.view import View

    policy = project_policy().over({"model": model})
    targets = targets_of(format or (), output)
    renderers = {target.format: extract_renderer(target.format) for target in targets}
    articles = read_sources(sources, published)
    report = read_claims(articles, model_of(policy), not no_cache)
    view = View(width=width)
    emit(
        targets, width, lambda: TerminalExtract(report), lambda name: renderers[name](report, view)
    )
