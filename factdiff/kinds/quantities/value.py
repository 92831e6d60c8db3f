"""The normal form of a quantity, with what matching must know of the thing it measures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factdiff.kinds.quantities.amounts import Amount, parse_amount
from factdiff.model import Claim

_CURRENCY = re.compile(r"(?P<sign>~|>=|<=|>|<)?(?P<code>[A-Z]{3}) (?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a number counts or measures, and the event or state it belongs to.

    ``head`` is the lemma of the noun counted (empty if the text leaves it out) and ``modifiers``
    the lemmas that narrow it. ``state`` is what befell it (``killed``, ``injured``, ``arrested``),
    a word of ``states.tsv``. ``verb`` is the lemma of the governing verb and ``role`` whether the
    thing is its ``subject`` or ``object``. ``owner`` is the person whose age it is. ``times`` and
    ``around`` are the dates and the stems of the content words near by. ``share`` tells ``each``,
    ``other`` (another, the other two), ``total`` and ``part`` (two of the five). ``frame`` tells
    an ``earlier`` figure or an included ``part`` from the one reported; ``party`` is the name last
    before it in the sentence.
    """

    head: str = ""
    modifiers: tuple[str, ...] = ()
    state: str = ""
    verb: str = ""
    role: str = ""
    owner: str = ""
    times: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    share: str = ""
    frame: str = ""
    party: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of a thing in a unit.

    ``unit`` is empty for a count, a currency code for money, ``%`` for a fraction of a whole, else
    the unit's display form in the plural (``km``, ``years old``, ``magnitude``). ``ordinal`` is the
    word of a rank (``first``) whose number is the amount. ``more`` is the second part of a measure
    in two units (``2 inches`` of ``6 feet 2 inches``). ``restates`` marks the second half of a dual
    statement (``36 miles`` in ``58km (36 miles)``).
    """

    amount: Amount
    unit: str = ""
    ordinal: str = ""
    more: str = ""
    restates: bool = False
    thing: Thing = field(default_factory=Thing)

    def __str__(self) -> str:
        if self.ordinal:
            return f"{self.ordinal} {self.unit}".strip()
        if self.unit == "%":
            return _percent(self.amount)
        if is_currency(self.unit):
            return _money(self.amount, self.unit)
        unit = one_of(self.unit) if self.amount.exact and self.amount.low == 1 else self.unit
        return f"{self.amount} {unit} {self.more}".strip()


def quantity_of(claim: Claim) -> Quantity:
    """The claim's quantity; a claim read back without one is refused (``TypeError``)."""
    if not isinstance(claim.value, Quantity):
        raise TypeError(f"{claim.kind} claim {claim.id} carries no quantity")
    return claim.value


def one_of(unit: str) -> str:
    """The singular of a unit's display form: ``week``, ``foot``, ``year old``."""
    first, _, rest = unit.partition(" ")
    if first in ("feet", "inches", "centuries"):
        first = {"feet": "foot", "inches": "inch", "centuries": "century"}[first]
    elif first.endswith("s") and len(first) > 3 and not first.endswith("bps"):
        first = first[:-1]
    return f"{first} {rest}".strip()


def is_currency(unit: str) -> bool:
    """Whether a unit is a currency code (three capitals, ISO 4217)."""
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def _percent(amount: Amount) -> str:
    if amount.low is None:
        return f"{amount} %"
    if amount.high is None:
        return f"{amount}%"
    low, _, high = str(amount).partition("..")
    return f"{low}%..{high}%"


def _money(amount: Amount, code: str) -> str:
    bare = str(amount).removeprefix(amount.sign)
    return f"{amount.sign}{code} {bare}"


def parse(text: str, *, unit: str = "") -> Quantity:
    """The inverse of ``str(quantity)`` for numbers; what the number is about is not in it.

    A currency code, ``%`` or ``unit`` is taken off. Ordinals and unknown units come back as vague
    words. Raises ``ValueError`` for an empty text.
    """
    text = text.strip()
    money = _CURRENCY.fullmatch(text)
    if money is not None:
        amount = parse_amount((money["sign"] or "") + money["rest"])
        return Quantity(amount, money["code"])
    if text.endswith("%"):
        return Quantity(parse_amount(text.replace("%", "").strip()), "%")
    if unit and text.endswith(f" {unit}"):
        return Quantity(parse_amount(text.removesuffix(f" {unit}")), unit)
    return Quantity(parse_amount(text))
