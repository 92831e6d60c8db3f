"""Towns and regions of many countries, from the address lists of Faker (MIT)."""

from __future__ import annotations

import importlib
import re

_LISTS = {
    "cities": (
        "az_AZ", "cs_CZ", "da_DK", "de_AT", "de_CH", "de_DE", "en_BD", "en_IN", "fi_FI", "fr_DZ",
        "hr_HR", "id_ID", "nl_NL", "pl_PL", "pt_PT", "ro_RO", "sk_SK", "sl_SI", "sv_SE", "zu_ZA",
    ),
    "states": ("en_US", "en_IN", "es_ES", "id_ID"),
    "counties": ("en_GB", "en_IE", "hu_HU"),
    "province_lgus": ("en_PH",),
}  # fmt: skip
_MOST = 300  # of one list, so that no country outweighs the others
_LATIN = re.compile(r"[A-Z\u00c0-\u024f][A-Za-z\u00c0-\u024f' -]+")


def places() -> list[str]:
    """The names, sorted, each once."""
    found: set[str] = set()
    for attribute, locales in _LISTS.items():
        for locale in locales:
            provider = importlib.import_module(f"faker.providers.address.{locale}").Provider
            names = sorted(set(getattr(provider, attribute)))
            latin = [name for name in names if _LATIN.fullmatch(name)]
            found.update(latin[:: max(1, len(latin) // _MOST)])
    return sorted(found)
