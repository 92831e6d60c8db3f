"""The table of formats: adding one is adding a module and one row here."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module

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


def extract_renderer(name: Format) -> Render:
    """As ``renderer``, for the claims alone. Raises ``UsageError`` for formats made of findings."""
    if name is Format.JSON:
        from factdiff.report.json import render_extract

        return render_extract
    if name in (Format.TERMINAL, Format.TEXT):
        from factdiff.report.extract import render

        return render
    raise UsageError(f"--format {name} tells findings; extract writes terminal, text or json")
