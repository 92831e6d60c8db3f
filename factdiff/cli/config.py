"""``factdiff config``: what holds, and from where."""

from __future__ import annotations

from typing import Annotated

import typer

ForDraft = Annotated[
    str | None, typer.Argument(metavar="DRAFT", help="Show what holds for this draft.")
]


def config(draft: ForDraft = None) -> None:
    """Print the policy that holds here, every value with its origin.

    \b
    Examples:
      factdiff config
      factdiff config drafts/sport/final.md
    """
    from factdiff.cli.options import project_policy
    from factdiff.policy.told import told

    for line in told(project_policy(), draft):
        typer.echo(line)
