"""The commands put together, and the one place where errors become a line and a status."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated

import typer
from typer.exceptions import TyperException

from factdiff import __version__
from factdiff.cli import INTERRUPTED, cache, check, compare, config, explain, extract, review
from factdiff.cli.help import Command
from factdiff.errors import FactdiffError
from factdiff.report.clean import clean

WRONG_USE = 2
_NEAREST = re.compile(r"\(Possible options: (\S+?)[,)].*|Did you mean '([^']+)'.*")

app = typer.Typer(
    name="factdiff",
    help="Compare what news articles state: what agrees, what differs, what one alone says.",
    epilog="Try: factdiff compare one.txt two.txt, and factdiff COMMAND --help.",
    invoke_without_command=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS: Mapping[str, tuple[Callable[..., None], str]] = MappingProxyType(
    {
        "compare": (compare.compare, "Compare what articles say of one event."),
        "extract": (extract.extract, "Show what an article states, claim by claim."),
        "check": (check.check, "Hold drafts against their sources, for editors and CI."),
        "review": (review.review, "Step through findings and decide, one key each."),
        "explain": (explain.explain, "Tell what a kind, a verdict or a finding means."),
        "config": (config.config, "Print the policy that holds here, and from where."),
    }
)
for name, (command, line) in COMMANDS.items():
    app.command(name, cls=Command, short_help=line)(command)
app.add_typer(cache.cache, name="cache", short_help="Manage what is kept between runs.")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"factdiff {__version__}")
        raise typer.Exit


@app.callback()
def options(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Compare what news articles state: what agrees, what differs, what one alone says."""
    del version
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status; errors are one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = app(list(arguments), prog_name="factdiff", standalone_mode=False)
    except FactdiffError as error:
        return _fail(str(error))
    except TyperException as error:
        return _fail(_advice(error))
    except (typer.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:  # `factdiff … | head`: whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def _advice(error: TyperException) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "factdiff"
    message = error.format_message().rstrip(".")
    # "No such option: --fromat (Possible options: --format)", "... Did you mean 'compare'?"
    near = _NEAREST.search(message)
    if near is not None:
        word = near[1] or near[2]
        message = f"{message[: near.start()].rstrip(' .')}; did you mean {word}?"
    message = message[:1].lower() + message[1:]
    return f"{message}{'' if near else ';'} see {command} --help"


def _fail(message: str) -> int:
    sys.stderr.write(f"factdiff: {clean(message).strip()}\n")
    return WRONG_USE
