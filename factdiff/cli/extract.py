"""``factdiff extract``: the claims of each source, with place and normal form."""

from __future__ import annotations

from factdiff.cli.options import (
    FormatWord,
    Model,
    Output,
    Published,
    Sources,
    Width,
    format_of,
    read_sources,
)


def extract(
    sources: Sources,
    published: Published = None,
    format: FormatWord = None,
    output: Output = None,
    width: Width = None,
    model: Model = None,
) -> None:
    """Show the claims of each article: people, dates, counts, laws, quotations and the rest.

    \b
    Examples:
      factdiff extract npr.txt
      factdiff extract npr.txt upi.txt --format json --output claims.json
    """
    from factdiff.cli.output import check_target, default_format, emit
    from factdiff.cli.progress import reading
    from factdiff.report.extract import TerminalExtract
    from factdiff.report.formats import extract_renderer
    from factdiff.report.view import View

    wanted = format_of(format) or default_format(output)
    render = extract_renderer(wanted)
    check_target(output)
    articles = read_sources(sources, published)
    with reading(len(articles)) as progress:
        from factdiff import load_pipeline
        from factdiff.diff import extract_report

        report = extract_report(articles, nlp=load_pipeline(model), progress=progress)
    emit(
        wanted,
        output,
        width,
        lambda: TerminalExtract(report),
        lambda: render(report, View(width=width)),
    )
