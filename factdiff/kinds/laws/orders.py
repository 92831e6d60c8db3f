"""Orders told by what they say, not by a number: ``the executive order signed by …``.

A bare ``the order`` is left alone: only words that single one out make a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factdiff.kinds.laws.value import Law

ORDER = re.compile(
    r"\b(?P<name>[Ee]xecutive [Oo]rder|[Pp]residential [Pp]roclamation"
    r"|[Pp]residential [Mm]emorandum|[Ee]mergency [Pp]roclamation"
    r"|[Ee]xecutive [Pp]roclamation)\b(?!s?\s(?:No\.?\s)?[\dN])"
)
# ``signed by``, ``banning``, ``to ban``: what follows tells which order it is
TOLD = re.compile(
    r"\s(?:(?:that|which)\s(?:was\s|had\s been\s)?)?(?:signed|issued|dated|declaring|ordering|from"
    r"|by|on|to|aimed|[a-z]{3,}ing|that\s[a-z]+(?:ed|s))\b"
)
DETAIL = re.compile(r"[^.;\n“”\"]{1,120}")
# ``Trump's executive order`` / ``signed an executive order``
OWNER = re.compile(r"[A-Z]\w+['’]s?\s(?:[a-z0-9-]+\s){0,3}$")
SIGNED = re.compile(
    r"\b(?:sign|issu|rescind|revok|repeal)\w*\s(?:an?|the|his|her|that|another)\s(?:[a-z-]+\s){0,3}$"
)
TRAILING = re.compile(
    r"(?:,|\s(?:but|which|while|after|when|who|and\sthe|and\she|and\sshe|says?|said)\b).*$"
)
SMALL = frozenset({"the", "a", "an", "of", "in", "by", "on", "to", "and", "was", "that"})


def find_orders(text: str) -> Iterator[tuple[int, int, Law]]:
    """Orders that their description singles out: start, end and the law."""
    for found in ORDER.finditer(text):
        told = TOLD.match(text, found.end())
        before = text[max(0, found.start() - 60) : found.start()]
        if told is None and not OWNER.search(before) and not SIGNED.search(before):
            continue
        detail = _detail(text, found.end()) if told else ""
        name = found["name"]
        words = f"{name} {detail}".strip()
        yield (
            found.start(),
            found.end(),
            Law(words, "order", title=name.casefold(), detail=_words(detail)),
        )


def _detail(text: str, start: int) -> str:
    found = DETAIL.match(text, start)
    return TRAILING.sub("", found[0]).strip() if found else ""


def _words(detail: str) -> tuple[str, ...]:
    words = re.findall(r"[\w'’-]+", detail.casefold())
    return tuple(sorted({word for word in words if word not in SMALL})) or ("order",)
