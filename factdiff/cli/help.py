"""How ``--help`` looks: options in groups by what they are for, arguments by their plain names."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

SOURCES = "Sources"
CHOICE = "Which findings"
FAILING = "What fails the run"
ACCEPTED = "Findings accepted earlier"
OUTPUT = "Output"
READING = "Reading"
DECISIONS = "Decisions"
OTHERS = "Help"
ORDER = (SOURCES, CHOICE, FAILING, ACCEPTED, DECISIONS, OUTPUT, READING, OTHERS)


class Command(TyperCommand):
    """A command whose options are listed under the ``rich_help_panel`` that they name."""

    # typer keeps the types of contexts, formatters and parameters to itself
    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401
        """``[OPTIONS] SOURCE...``."""
        arguments = [p for p in self.get_params(ctx) if p.param_type_name == "argument"]
        return ["[OPTIONS]", *map(_name, arguments)]

    def format_options(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401
        """Write the arguments, then group by group the options."""
        arguments: list[tuple[str, str]] = []
        groups: dict[str, list[tuple[str, str]]] = {title: [] for title in ORDER}
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if parameter.param_type_name == "argument":
                arguments.append((_name(parameter), getattr(parameter, "help", "")))
            elif record is not None:
                title = getattr(parameter, "rich_help_panel", None) or OTHERS
                groups[title].append((record[0], getattr(parameter, "help", None) or record[1]))
        for title, rows in (("Arguments", arguments), *groups.items()):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _name(argument: Any) -> str:  # noqa: ANN401
    """``SOURCE...``, ``[DRAFT]``."""
    name = argument.metavar or argument.name.upper()
    many = "..." if argument.nargs != 1 else ""
    return f"{name}{many}" if argument.required else f"[{name}]{many}"
