"""Claims as JSON and back: frozen dataclasses, enums, tuples, decimals and plain values.

Every object is written with its class, so that reading back needs no types of the rooms and a
class that is gone or has other fields is noticed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib import import_module

_CLASS, _VALUE = "!", "v"
_HOME = "factdiff."
_DECIMAL = "Decimal"


class UnknownShapeError(ValueError):
    """A value that the codec does not write, or data that it did not write."""


def encode(value: object) -> object:
    """``value`` as data that ``json.dumps`` takes. Raises ``UnknownShapeError``."""
    if value is None or isinstance(value, bool | int | float) or type(value) is str:
        return value
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    if isinstance(value, Decimal):
        return {_CLASS: _DECIMAL, _VALUE: str(value)}
    kind = type(value)
    if not kind.__module__.startswith(_HOME):
        raise UnknownShapeError(f"{kind.__name__} is not kept")
    name = f"{kind.__module__}:{kind.__qualname__}"
    if isinstance(value, Enum):
        return {_CLASS: name, _VALUE: value.value}
    if not is_dataclass(value):
        raise UnknownShapeError(f"{kind.__name__} is no dataclass")
    return {_CLASS: name, **{f.name: encode(getattr(value, f.name)) for f in fields(value)}}


def decode(data: object) -> object:
    """What ``encode`` was given. Raises ``UnknownShapeError`` for anything else."""
    if isinstance(data, list):
        return tuple(decode(item) for item in data)
    if not isinstance(data, dict):
        return data
    name = data.get(_CLASS)
    if name == _DECIMAL:
        return Decimal(str(data.get(_VALUE)))
    kind = _class(str(name))
    try:
        if issubclass(kind, Enum):
            return kind(data.get(_VALUE))
        return _object(kind, {key: decode(item) for key, item in data.items() if key != _CLASS})
    except (TypeError, ValueError) as error:
        raise UnknownShapeError(str(error)) from error


def _object(kind: type, values: Mapping[str, object]) -> object:
    known = {f.name for f in fields(kind)}
    if set(values) != known:
        raise UnknownShapeError(f"{kind.__name__} has other fields now")
    return kind(**values)


@cache
def _class(name: str) -> type:
    module, _, word = name.partition(":")
    if not module.startswith(_HOME):
        raise UnknownShapeError(f"{name} is not one of ours")
    try:
        found = getattr(import_module(module), word)
    except (ImportError, AttributeError) as error:
        raise UnknownShapeError(f"{name} is gone") from error
    if not isinstance(found, type) or not (is_dataclass(found) or issubclass(found, Enum)):
        raise UnknownShapeError(f"{name} is not kept")
    return found
