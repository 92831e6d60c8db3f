"""What a policy file may hold: every key with its meaning and the check of its value."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from factdiff.errors import UsageError
from factdiff.model import Kind, Severity, Verdict
from factdiff.policy.fail_on import parse_fail_on
from factdiff.policy.nearest import unknown
from factdiff.settings import Alias, Settings

Check = Callable[[object, str], object]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the policy file. ``check`` returns the value to keep or raises ``UsageError``."""

    check: Check
    help: str
    by_path: bool = True


def strings(value: object, where: str) -> tuple[str, ...]:
    """One string or a list of strings."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise UsageError(f"{where} takes a string or a list of strings")
    return tuple(listed)


def string(value: object, where: str) -> str:
    """One string that is not empty."""
    if not isinstance(value, str) or not value:
        raise UsageError(f"{where} takes a string")
    return value


def share(value: object, where: str) -> float:
    """A number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise UsageError(f"{where} takes a number from 0 to 1")
    return float(value)


def table(value: object, where: str) -> dict[str, object]:
    """A table."""
    if not isinstance(value, dict):
        raise UsageError(f"{where} is a table: write [{where.rpartition(' ')[2]}]")
    return value


def tables(value: object, where: str) -> list[dict[str, object]]:
    """An array of tables."""
    if not isinstance(value, list):
        raise UsageError(f"{where} is a list of tables: write [[{where.rpartition(' ')[2]}]]")
    return [table(entry, where) for entry in value]


def known(words: Mapping[str, object], allowed: list[str], where: str) -> None:
    """Refuse keys that nobody knows. Raises ``UsageError`` with the nearest that is known."""
    for word in words:
        if word not in allowed:
            raise UsageError(unknown(where, word, allowed))


def _fail_on(value: object, where: str) -> tuple[str, ...]:
    words = strings(value, where)
    parse_fail_on(words, where=where)
    return words


def _kinds(value: object, where: str) -> tuple[str, ...]:
    words = strings(value, where)
    known(dict.fromkeys(words), [str(kind) for kind in Kind], where)
    return words


def _severities(value: object, where: str) -> dict[str, str]:
    given = table(value, where)
    known(given, [str(verdict) for verdict in Verdict], where)
    levels = {name: string(level, f"{where}.{name}") for name, level in given.items()}
    known(dict.fromkeys(levels.values()), [str(severity) for severity in Severity], where)
    return levels


THRESHOLDS = tuple(f.name.replace("_", "-") for f in fields(Settings) if f.type == "float")


def _thresholds(value: object, where: str) -> dict[str, float]:
    given = table(value, where)
    known(given, list(THRESHOLDS), where)
    return {name: share(number, f"{where}.{name}") for name, number in given.items()}


def _aliases(value: object, where: str) -> tuple[Alias, ...]:
    found = []
    for entry in tables(value, where):
        known(entry, ["name", "also", "accept"], where)
        accept = entry.get("accept", False)
        if not isinstance(accept, bool):
            raise UsageError(f"{where}.accept takes true or false")
        name = string(entry.get("name"), f"{where}.name")
        found.append(Alias(name, strings(entry.get("also", []), f"{where}.also"), accept))
    return tuple(found)


def _review(value: object, where: str) -> dict[str, object]:
    given = table(value, where)
    known(given, ["keys"], where)
    pressed = table(given.get("keys", {}), f"{where}.keys")
    return {"keys": {name: string(key, f"{where}.keys.{name}") for name, key in pressed.items()}}


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "fail-on": Key(_fail_on, "what fails a check: a level, KIND=LEVEL"),
        "only": Key(_kinds, "the kinds that are checked"),
        "ignore": Key(_kinds, "the kinds that are left out"),
        "min-confidence": Key(share, "findings less sure than this are left out"),
        "against": Key(strings, "sources, as paths or patterns from the policy file's folder"),
        "severities": Key(_severities, "how loud a verdict is"),
        "thresholds": Key(_thresholds, "how alike two statements must be to be compared"),
        "aliases": Key(_aliases, "house style for names"),
        "baseline": Key(string, "the file of accepted findings", by_path=False),
        "model": Key(string, "another spaCy pipeline", by_path=False),
        "review": Key(_review, "the keys of factdiff review", by_path=False),
    }
)
PATHS = "paths"


def checked(given: Mapping[str, object], where: str, *, by_path: bool = False) -> dict[str, object]:
    """The values of a table, checked. ``where`` begins every message: the file, perhaps a table."""
    allowed = [name for name, key in KEYS.items() if key.by_path or not by_path]
    known(given, allowed, where)
    return {name: KEYS[name].check(value, f"{where}: {name}") for name, value in given.items()}
