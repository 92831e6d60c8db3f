"""``factdiff cache``: what is kept between runs."""

from __future__ import annotations

import typer

from factdiff.cli.help import Command

cache = typer.Typer(help="What is kept between runs.", rich_markup_mode=None)


@cache.callback(invoke_without_command=True)
def _group(context: typer.Context) -> None:
    """Manage what is kept between runs."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@cache.command(cls=Command)
def clear() -> None:
    """Remove every kept claim and the last report.

    \b
    Examples:
      factdiff cache clear
    """
    from factdiff.cache.store import user_store
    from factdiff.cli.last import last_path

    number = user_store().clear()
    last_path().unlink(missing_ok=True)
    typer.echo(f"removed the claims of {number} article{'' if number == 1 else 's'}")


@cache.command(cls=Command)
def path() -> None:
    """Print the folder in which claims are kept.

    \b
    Examples:
      factdiff cache path
    """
    from factdiff.cache.store import user_store

    typer.echo(str(user_store().folder))
