"""Towns and regions of many countries, from the address lists of Faker (MIT)."""

from __future__ import annotations

import importlib
import re

from factdiff.training.names import locales

_MOST = 300  # of one list, so that no country outweighs the others
_LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f' -]+")


def places() -> list[str]:
    """The names, sorted, each once."""
    found: set[str] = set()
    for attribute, locale in locales("address"):
        provider = importlib.import_module(f"faker.providers.address.{locale}").Provider
        names = sorted(set(getattr(provider, attribute)))
        latin = [name for name in names if _LATIN.fullmatch(name)]
        found.update(latin[:: max(1, len(latin) // _MOST)])
    return sorted(found)
