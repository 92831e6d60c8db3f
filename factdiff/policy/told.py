"""A policy as people read it: TOML, every value with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factdiff.model import Kind
from factdiff.policy.keys import THRESHOLDS
from factdiff.policy.policy import Policy
from factdiff.policy.rules import Rules
from factdiff.report.clean import clean
from factdiff.settings import Alias

_DEFAULT = "default"


def told(policy: Policy, draft: str | None = None) -> Iterator[str]:
    """Lines of TOML, the origin of each value in a comment; with ``draft`` what holds for it."""
    rules = policy.rules(draft)
    yield _line("fail-on", _fail_on(rules), _where(policy, draft, "fail-on"))
    kinds = [str(kind) for kind in Kind if kind in rules.kinds]
    yield _line("only", kinds, _where(policy, draft, "only", "ignore"))
    yield _line("min-confidence", rules.min_confidence, _where(policy, draft, "min-confidence"))
    for name in ("against", "baseline", "model"):
        value = policy.value(name, draft)
        if value is not None:
            yield _line(name, value, _where(policy, draft, name))
    severities = {str(verdict): str(s) for verdict, s in rules.settings.severities.items()}
    yield from _table(policy, draft, "severities", severities)
    numbers = {name: getattr(rules.settings, name.replace("-", "_")) for name in THRESHOLDS}
    yield from _table(policy, draft, "thresholds", numbers)
    for alias in rules.aliases:
        yield from _alias(policy, draft, alias)


def _fail_on(rules: Rules) -> list[str]:
    return [str(rules.fail_on.level), *(f"{k}={v}" for k, v in rules.fail_on.kinds.items())]


def _where(policy: Policy, draft: str | None, *names: str) -> str:
    """The layers that a value is made of, the strongest first."""
    found = [
        layer.where
        for layer in policy.holding(draft)
        if any(name in layer.values for name in names)
    ]
    return ", over ".join(reversed(found)) or _DEFAULT


def _table(
    policy: Policy, draft: str | None, name: str, values: Mapping[str, object]
) -> Iterator[str]:
    yield ""
    yield f"[{name}]"
    for key, value in values.items():
        found = [
            layer.where
            for layer in policy.holding(draft)
            if isinstance(given := layer.values.get(name), dict) and key in given
        ]
        yield _line(str(key), value, ", over ".join(reversed(found)) or _DEFAULT)


def _alias(policy: Policy, draft: str | None, alias: Alias) -> Iterator[str]:
    found = [
        layer.where
        for layer in policy.holding(draft)
        if isinstance(given := layer.values.get("aliases"), tuple) and alias in given
    ]
    yield ""
    yield f"[[aliases]]  # {clean(found[-1])}"
    yield from alias_lines(alias)


def alias_lines(alias: Alias) -> list[str]:
    """The keys of an ``[[aliases]]`` table as TOML."""
    values = {"name": alias.name, "also": alias.also, "accept": alias.accept}
    return [f"{name} = {_toml(value)}" for name, value in values.items()]


def _line(name: str, value: object, where: str) -> str:
    return f"{name} = {_toml(value)}  # {clean(where)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    quoted = clean(str(value)).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
