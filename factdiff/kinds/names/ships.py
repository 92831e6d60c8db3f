"""Ships, which are no claims, and whose names taggers take for towns and men."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.kinds.names.geography import country_of
from factdiff.kinds.names.mentions import Mention, plain
from factdiff.kinds.names.tables import word_list


def ships(doc: Doc, found: Sequence[Mention]) -> frozenset[str]:
    """Names of ships, with and without `USS`, `MV` …: called so at one place, a ship at all."""
    names: set[str] = set()
    prefixes, nouns = word_list("ship_prefix"), word_list("ship_noun")
    for mention in found:
        inside = [plain(t.text) for t in doc[mention.start : mention.end]]
        before = plain(doc[mention.start - 1].text) if mention.start else ""
        shouted = doc[mention.start].is_upper  # `MS Oyeran`, not `Ms Oyeran`
        if len(inside) > 1 and inside[0] in prefixes and shouted:
            names |= {mention.name, " ".join(mention.name.split()[1:])}
        elif (
            (before in prefixes and doc[mention.start - 1].is_upper)
            or before in nouns
            or _described(doc, mention, nouns)
        ):
            names.add(mention.name)
    return frozenset(name for name in names if country_of(name) is None)


def _described(doc: Doc, mention: Mention, nouns: frozenset[str]) -> bool:
    """`the Lister, a 6,900-tonne destroyer`: a ship's noun in the apposition, before its comma."""
    end = mention.end
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in ("a", "an", "the"):
        return False
    for token in doc[end + 2 : end + 8]:
        if token.is_punct and token.text != "-":
            return False
        behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if plain(token.text) in nouns and (behind is None or behind.is_punct):
            return True
    return False
