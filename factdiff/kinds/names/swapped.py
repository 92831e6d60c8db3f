"""One person under two given names: the same sentence, and nobody else of that family.

`Paul Ferguson, a researcher with Acme, said` in one article, `Walter Ferguson, a researcher with
Acme, said` in the other: a slip in the name, and no two researchers. Where either article knows
two of the family, they are relatives, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from factdiff.kinds.names.clusters import Cluster
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.person import person
from factdiff.kinds.names.tables import equivalents
from factdiff.model import Evidence, Kind

IN_PLACE = 9.0  # more than two different names weigh against it
LONG = 7  # letters of a single name that is one letter off
FEW = 3  # words that stand beside both, where the sentences are not the same


def in_place(
    left: Cluster, right: Cluster, names: Sequence[Evidence], around: Sequence[Evidence]
) -> Evidence | None:
    """What makes two persons of one family name one; None where nothing does.

    The caller makes sure that neither source names another person of that name.
    """
    if left.kind is not Kind.PERSON or right.kind is not Kind.PERSON:
        return None
    if not any(piece.feature == "name.other_word" for piece in names):
        return None
    if not any(piece.feature == "sentence" for piece in around) and not _same_office(left, right):
        return None
    return Evidence("in_place", IN_PLACE, "they stand at one place, and no one else of the name")


def _same_office(left: Cluster, right: Cluster) -> bool:
    """Most of the words that stand beside one stand beside the other."""
    shared = left.roles & right.roles
    return len(shared) >= FEW and 2 * len(shared) >= min(len(left.roles), len(right.roles))


def shared_name(left: Cluster, right: Cluster) -> str | None:
    """The one word that two full names of persons share, folded; None if not exactly one."""
    one, other = (person(cluster.names[0]).folded for cluster in (left, right))
    shared = [word for word in one if word in other and len(word) > 1]
    if len(shared) != 1 or not 1 < len(one) <= 3 or not 1 < len(other) <= 3:
        return None
    return shared[0]


def near_miss(left: Cluster, right: Cluster, names: Sequence[Evidence]) -> list[Evidence]:
    """One letter inside a long word, in two articles on one event: `Toulouse`, `Toulosue`.

    The assignment over all names sees to it that neither article has the other's spelling: whoever
    is named alike in both is joined before. Short words and first letters make other names
    (`Boston`, `Houston`).
    """
    if left.kind is not right.kind or len(names) != 2 or names[-1].feature != "name.typo":
        return []
    one, other = (cluster.names[0].casefold() for cluster in (left, right))
    known = all(_is_known(name, left.kind) for name in (one, other))
    if known or min(len(one), len(other)) < LONG or one[:2] != other[:2]:
        return []
    return [Evidence("near_miss", 1.5, "one letter, and neither article has the other spelling")]


def _is_known(name: str, kind: Kind) -> bool:
    return kind is not Kind.PERSON and words(name) in equivalents(str(kind))
