"""The layers of a policy: defaults, the file, its tables for paths, the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from factdiff.errors import UsageError
from factdiff.model import Kind, Severity, Verdict
from factdiff.policy.fail_on import parse_fail_on
from factdiff.policy.find import PolicyFile
from factdiff.policy.keys import PATHS, checked, strings, tables
from factdiff.policy.rules import Rules
from factdiff.settings import Alias, Settings

COMMAND_LINE = "the command line"


@dataclass(frozen=True, slots=True)
class Layer:
    """Checked values, where they come from, and the files they are for (None: all)."""

    values: Mapping[str, object]
    where: str
    files: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What a project wants. ``folder`` is what the policy file's paths start from."""

    layers: tuple[Layer, ...] = ()
    folder: Path | None = None

    def over(self, values: Mapping[str, object]) -> Policy:
        """The policy with values of the command line on top; None means not given."""
        given = {name: value for name, value in values.items() if value not in (None, (), [])}
        return replace(self, layers=(*self.layers, Layer(given, COMMAND_LINE)))

    def holding(self, path: str | None = None) -> Iterator[Layer]:
        """The layers that hold for a file, the strongest last."""
        for layer in self.layers:
            if layer.files is None or (path is not None and self._meant(path, layer.files)):
                yield layer

    def value(self, name: str, path: str | None = None) -> object | None:
        """The value of a key that replaces what lies below it, or None."""
        return next((top.values[name] for top in self._top(path) if name in top.values), None)

    def rules(self, path: str | None = None) -> Rules:
        """The rules for a draft."""
        rules = Rules()
        for layer in self.holding(path):
            rules = _with(rules, layer.values)
        return rules

    def against(self, path: str) -> tuple[str, ...]:
        """The sources that the policy file names for a draft, as paths from here."""
        named = cast("tuple[str, ...]", self.value("against", path) or ())
        return tuple(str(self._from_here(source)) for source in named)

    def file(self, name: str) -> Path | None:
        """A path that the policy holds, seen from here."""
        for layer in self._top(None):
            if name in layer.values:
                given = str(layer.values[name])
                return Path(given) if layer.where == COMMAND_LINE else self._from_here(given)
        return None

    def _top(self, path: str | None) -> list[Layer]:
        return list(self.holding(path))[::-1]

    def _from_here(self, given: str) -> Path:
        path = (self.folder or Path()) / given
        here = Path.cwd()
        return path.relative_to(here) if path.is_relative_to(here) else path

    def _meant(self, path: str, patterns: tuple[str, ...]) -> bool:
        folder = self.folder or Path.cwd()
        real = Path(path).resolve()
        told = str(real.relative_to(folder) if real.is_relative_to(folder) else real)
        return any(_regex(pattern).fullmatch(told) for pattern in patterns)


def policy_of(file: PolicyFile | None) -> Policy:
    """The policy in a file, checked. Raises ``UsageError`` for unknown keys and wrong values."""
    if file is None:
        return Policy()
    where = file.path.name
    given = dict(file.table)
    by_path = tables(given.pop(PATHS, []), f"{where}: {PATHS}")
    layers = [Layer(checked(given, where), where)]
    for number, entry in enumerate(by_path, start=1):
        told = f"{where}: {PATHS} {number}"
        values = dict(entry)
        files = strings(values.pop("files", []), f"{told}: files")
        if not files:
            raise UsageError(f"{told} needs files: one pattern such as drafts/sport/** or several")
        layers.append(Layer(checked(values, told, by_path=True), told, files))
    return Policy(tuple(layers), file.path.parent.resolve())


def _with(rules: Rules, values: Mapping[str, object]) -> Rules:
    changes: dict[str, object] = {}
    for name, value in values.items():
        match name:
            case "fail-on":
                words = cast("tuple[str, ...]", value)
                changes["fail_on"] = parse_fail_on(words, rules.fail_on)
            case "only":
                changes["kinds"] = frozenset(map(Kind, cast("tuple[str, ...]", value)))
            case "min-confidence":
                changes["min_confidence"] = value
            case "aliases" | "severities" | "thresholds":
                changes["settings"] = _settings(
                    cast("Settings", changes.get("settings", rules.settings)), name, value
                )
    if "ignore" in values:
        left_out = frozenset(map(Kind, cast("tuple[str, ...]", values["ignore"])))
        changes["kinds"] = cast("frozenset[Kind]", changes.get("kinds", rules.kinds)) - left_out
    return replace(rules, **changes)  # type: ignore[arg-type]  # checked by keys.py


def _settings(settings: Settings, name: str, value: object) -> Settings:
    if name == "aliases":
        more = cast("tuple[Alias, ...]", value)
        return replace(settings, aliases=(*settings.aliases, *more))
    if name == "severities":
        loud = {Verdict(k): Severity(v) for k, v in cast("dict[str, str]", value).items()}
        return replace(settings, severities={**settings.severities, **loud})
    numbers = {k.replace("-", "_"): v for k, v in cast("dict[str, float]", value).items()}
    return replace(settings, **numbers)  # type: ignore[arg-type]


def _regex(pattern: str) -> re.Pattern[str]:
    """A pattern of paths: ``*`` stays in a folder, ``**`` crosses folders."""
    return re.compile(_translate(pattern))


def _translate(pattern: str) -> str:
    parts = re.split(r"(\*\*/?|\*|\?)", pattern.removeprefix("./"))
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return "".join(words.get(part, re.escape(part)) for part in parts)
