"""The keys of a review: one table for the screen and the plain mode, remappable by a policy."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files

from factdiff.errors import UsageError


class Action(StrEnum):
    """What a key does. Positions ``1`` to ``9`` are keys of their own and cannot be changed."""

    FIRST = "first"
    SECOND = "second"
    BOTH = "both"
    FALSE_ALARM = "false-alarm"
    REASON = "reason"
    CALL = "call"
    NOTE = "note"
    UNDO = "undo"
    SKIP = "skip"
    NEXT = "next"
    PREVIOUS = "previous"
    SEARCH = "search"
    FILTER = "filter"
    OPEN = "open"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Key:
    """One key, what it does, its word in the key line and its line of help."""

    key: str
    action: Action
    short: str
    help: str


@cache
def default_keys() -> tuple[Key, ...]:
    """The keys as they come, in the order in which they are listed."""
    table = tomllib.loads(files("factdiff.review").joinpath("keys.toml").read_text("utf-8"))
    return tuple(
        Key(row["key"], Action(name), row["short"], row["help"]) for name, row in table.items()
    )


def keys_with(changes: Mapping[str, str]) -> tuple[Key, ...]:
    """The keys with some changed: action name to key.

    Raises ``UsageError`` for an unknown action, a key of more than one character, a digit, and
    a key given to two actions.
    """
    known = {str(key.action) for key in default_keys()}
    for name, pressed in changes.items():
        if name not in known:
            raise UsageError(
                f"review.keys: no action {name!r}; there are {', '.join(sorted(known))}"
            )
        if len(pressed) != 1 or pressed.isdigit() or not pressed.isprintable():
            raise UsageError(f"review.keys: {name} needs one character that is no digit")
    keys = tuple(replace(key, key=changes.get(str(key.action), key.key)) for key in default_keys())
    taken: dict[str, Action] = {}
    for key in keys:
        if key.key in taken:
            raise UsageError(f"review.keys: {key.key!r} is both {taken[key.key]} and {key.action}")
        taken[key.key] = key.action
    return keys
