"""The table of formats: adding one is adding a module and one row here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from types import MappingProxyType

from factdiff.errors import UsageError
from factdiff.model import Report
from factdiff.report.view import View

Render = Callable[[Report, View], str]


class Format(StrEnum):
    """The words of ``--format``. ``terminal`` is ``text`` with the colours of a console."""

    TERMINAL = "terminal"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    MARKDOWN = "markdown"
    HTML = "html"
    SARIF = "sarif"
    JUNIT = "junit"
    GITHUB = "github"
    CSV = "csv"


def renderer(name: Format) -> Render:
    """The function that turns a report into a string in this format; loads only its module."""
    room = Format.TEXT if name is Format.TERMINAL else name
    module = import_module(f"factdiff.report.{room}")
    render: Render = module.render
    return render


# those that make sense without findings, each with the module whose ``render_claims`` writes it
CLAIM_FORMATS: Mapping[Format, str] = MappingProxyType(
    {
        Format.TERMINAL: "claims",
        Format.TEXT: "claims",
        Format.JSON: "json",
        Format.JSONL: "jsonl",
        Format.MARKDOWN: "claim_tables",
        Format.HTML: "claim_page",
        Format.CSV: "claim_tables",
    }
)


def extract_renderer(name: Format) -> Render:
    """As ``renderer``, for the claims alone. Raises ``UsageError`` for formats made of findings."""
    if name not in CLAIM_FORMATS:
        known = ", ".join(CLAIM_FORMATS)
        raise UsageError(f"--format {name} tells findings; extract writes {known}")
    module = import_module(f"factdiff.report.{CLAIM_FORMATS[name]}")
    render: Render = getattr(module, "render_csv" if name is Format.CSV else "render_claims")
    return render
