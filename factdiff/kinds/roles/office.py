"""How two roles of one person relate: one office or two, now or then, of which field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from factdiff.kinds.roles.tables import Head, modifiers, nations, posts_of_one_body, rivals
from factdiff.kinds.roles.value import FORMER, FUTURE, PRESENT, RoleValue, known

RESPECTED = frozenset({"acting", "assistant", "honorary"})  # ranks that style often drops
WORK = frozenset({"office", "occupation", "membership"})
POSTS = frozenset({"head", "judicial", "corporate"})
EXCLUSIVE = frozenset({"government", "corporate", "crown", "judicial", "party", "rank", "trade"})


class Tie(StrEnum):
    """What ties two roles of one person, from the closest to none."""

    SAME = "same"  # the same office, one perhaps in fewer words
    ALIKE = "alike"  # two descriptions of what may be one office
    TENSE = "tense"  # the same office, held now and held before
    RANK = "rank"  # the same office but for deputy or vice
    FIELD = "field"  # the same title over two fields: finance and foreign minister
    RIVAL = "rival"  # two offices nobody holds at a time
    OTHER = "other"  # two roles that one person may well have


@dataclass(frozen=True, slots=True)
class Relation:
    """The tie, how much the two look like one office (0 to 1), and why in one clause."""

    tie: Tie
    score: float
    reason: str
    shares_noun: bool = False


def relate(left: RoleValue, right: RoleValue) -> Relation:
    """How two roles of one person relate; symmetric."""
    if left.words.casefold() == right.words.casefold() and left.tense == right.tense:
        return Relation(Tie.SAME, 1.0, "the same words")
    family = _shared_family(left, right)
    if family is not None and _nations_differ(left, right):
        return Relation(Tie.FIELD, 0.6, "the same trade and two nations", shares_noun=True)
    if family is not None:
        return replace(_same_family(left, right, family), shares_noun=True)
    one, two = _head(left), _head(right)
    if one is None or two is None:
        return Relation(Tie.OTHER, 0.35, "two descriptions of one person")
    return _two_families(left, right, one, two)


def _two_families(left: RoleValue, right: RoleValue, one: Head, two: Head) -> Relation:
    exclusive = bool(one.slot) and one.slot == two.slot and one.slot in EXCLUSIVE
    if _posts_apart(left, right, one, two):
        return Relation(Tie.RIVAL, 0.6, f"a {one.family} and a {two.family} of the same body")
    if exclusive or frozenset((one.family, two.family)) in rivals():
        return _same_slot(left, right, one, two)
    return _other(left, right, one, two)


def _head(role: RoleValue) -> Head | None:
    return known(role.head)


def _shared_family(left: RoleValue, right: RoleValue) -> str | None:
    mine, theirs = (
        [found.family for form in role.heads if (found := known(form)) is not None] or [role.head]
        for role in (left, right)
    )
    return next((family for family in mine if family in theirs), None)


def _same_family(left: RoleValue, right: RoleValue, family: str) -> Relation:
    near = _fields_meet(left, right)
    if near == 0.0 and _known_fields(left) and _known_fields(right):
        return Relation(Tie.FIELD, 0.6, "the same title over two fields")
    if near == 0.0:
        return Relation(Tie.ALIKE, 0.6, "the same title, described by different words")
    if {left.tense, right.tense} in ({PRESENT, FORMER}, {PRESENT, FUTURE}, {FORMER, FUTURE}):
        return Relation(Tie.TENSE, 0.8, f"{_when(left)} in one, {_when(right)} in the other")
    if (set(left.ranks) ^ set(right.ranks)) - RESPECTED:
        return Relation(Tie.RANK, 0.75, "the same title in two ranks")
    if near < 1.0 or set(left.ranks) != set(right.ranks):
        return Relation(Tie.ALIKE, 0.85, "two descriptions of the same office")
    return Relation(Tie.SAME, 0.95, f"both name the same {family}")


def _when(role: RoleValue) -> str:
    return {FORMER: "former", FUTURE: "yet to come"}.get(role.tense, "present")


def _fields_meet(left: RoleValue, right: RoleValue) -> float:
    """1.0 where one's field words are all in the other's, 0.5 where some are, else 0.0."""
    mine, theirs = set(left.modifiers), set(right.modifiers)
    if mine <= theirs or theirs <= mine:
        return 1.0
    if "".join(sorted(left.modifiers)) == "".join(sorted(right.modifiers)):
        return 1.0
    if "".join(left.modifiers) == "".join(right.modifiers):
        return 1.0  # `Sea Micro` and `SeaMicro`
    return 0.5 if mine & theirs else 0.0


def _bodies_differ(left: RoleValue, right: RoleValue) -> bool:
    """Whether both name a body and the names have less than half of their words in common."""
    if not (left.organization and right.organization):
        return False
    mine, theirs = (
        set(body.casefold().split()) for body in (left.organization, right.organization)
    )
    return 2 * len(mine & theirs) <= min(len(mine), len(theirs))


def _known_fields(role: RoleValue) -> set[str]:
    return set(role.modifiers) & set(modifiers("field").values())


def _same_slot(left: RoleValue, right: RoleValue, one: Head, two: Head) -> Relation:
    if one.slot == "rank" and (two.family.endswith(one.family) or one.family.endswith(two.family)):
        return Relation(Tie.ALIKE, 0.8, "a rank and its usual short form")
    bodies = {left.organization, right.organization} - {None}
    apart = one.slot != "rank" and (len(bodies) == 2 or _fields_meet(left, right) == 0.0)
    if apart or left.tense != right.tense:
        return Relation(Tie.OTHER, 0.4, "offices that one person may hold one after the other")
    return Relation(Tie.RIVAL, 0.5, f"nobody is {one.family} and {two.family} at a time")


def _other(left: RoleValue, right: RoleValue, one: Head, two: Head) -> Relation:
    if one.kin == two.kin and one.kin in (one.family, two.family):
        general, special = sorted((one.form, two.form), key=lambda form: form != one.kin)
        return Relation(Tie.ALIKE, 0.7, f"{general} can be the wider word for {special}")
    same_class = one.role_class == two.role_class
    if not same_class and "relation" in (one.role_class, two.role_class):
        return Relation(Tie.OTHER, 0.0, "a relation and an office")
    if same_class and _bodies_differ(left, right):
        return Relation(Tie.OTHER, 0.4, "roles in two bodies")
    shared = set(left.modifiers) & set(right.modifiers)
    if shared and _are_rivals(left, right, one, two):
        return Relation(Tie.RIVAL, 0.6, f"a {one.family} and a {two.family} of the same body")
    if shared or (left.organization and left.organization == right.organization):
        return Relation(Tie.ALIKE, 0.6, "two descriptions of work for the same body")
    near = same_class or {one.role_class, two.role_class} <= WORK
    score = 0.4 if same_class else 0.32 if near else 0.1
    return Relation(Tie.OTHER, score, "one role among several")


def _same_body(left: RoleValue, right: RoleValue) -> bool:
    """Whether both are of one body by name, or have the same complement."""
    if left.organization and left.organization == right.organization:
        return True
    return bool(left.modifiers) and set(left.modifiers) == set(right.modifiers)


def _posts_apart(left: RoleValue, right: RoleValue, one: Head, two: Head) -> bool:
    """``chairman of the panel`` and ``treasurer of the panel``, both of them now."""
    pair = {one.family, two.family}
    if left.tense != right.tense or left.tied_to or right.tied_to or len(pair) < 2:
        return False
    return _same_body(left, right) and any(pair <= posts for posts in posts_of_one_body())


def _nations_differ(left: RoleValue, right: RoleValue) -> bool:
    """``Ugandan engineer`` and ``Kenyan engineer``; who is of two nations has a hyphen there.

    Only of trades: the rich have several passports, and an envoy is named for either end.
    """
    trades = [head for role in (left, right) if (head := _head(role)) is not None]
    if len(trades) < 2 or any(
        head.role_class != "occupation" or head.kin == "businessman" for head in trades
    ):
        return False
    mine, theirs = (
        {nations()[word] for word in role.words.lower().split() if word in nations()}
        for role in (left, right)
    )
    return len(mine) == 1 == len(theirs) and mine != theirs


def _are_rivals(left: RoleValue, right: RoleValue, one: Head, two: Head) -> bool:
    """``county fire chief`` and ``county coroner``: posts of one body, each of its own field.

    A head that fits any post (``the party's top official``) is no rival to another.
    """
    posts = {one.slot, two.slot} <= POSTS
    special = all(
        head.slot != "head" or _known_fields(role) for role, head in ((left, one), (right, two))
    )
    return posts and special and left.tense == right.tense
