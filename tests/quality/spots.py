"""Where an error can be planted in any article, told by its form alone or by an annotation.

Nothing here knows how the tool reads: without an annotation, dates, figures, laws, names and
quotations are sought by plain patterns in running text; with one, a place is what the annotators
underlined. What to print instead is a rule of ``planted`` or a row of ``swaps.tsv``.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.quality.planted import DAYS, MONTHS, NUMERALS, Spot, misspelt

SWAPS = Path(__file__).parent / "swaps.tsv"
NAMES = ("person", "organization", "place")
QUANTITIES = ("count", "money", "percent", "measure")

_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_CAPITAL = r"[A-Z][a-zà-ÿ]+"
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
FORMS = (
    ("law", rf"(?:{_CAPITAL} )+Act of (?:19|20)\d\d|(?:Section|Article) \d+"),
    ("quote", r"(?<=[“\"])[A-Z][^”\"\n]{25,250}(?=[”\"])"),
    ("date", rf"{_MONTH} \d\d?\b(?:, (?:19|20)\d\d)?|\d\d? {_MONTH}(?: (?:19|20)\d\d)?"),
    ("date", rf"\b{_MONTH} (?:19|20)\d\d|(?<=\bin )(?:19|20)\d\d(?=[ ,.;])"),
    ("date", rf"\b(?:{'|'.join(DAYS)})\b"),
    ("money", rf"[$£€]{_NUMBER}(?: (?:m|b|tr)illion)?"),
    ("percent", rf"{_NUMBER} ?(?:percent|per cent|%)"),
    ("measure", rf"\b{_NUMBER}(?: |-)(?:years?|days?|hours?|minutes?|miles?|km|kilomet\w+)\b"),
    ("count", rf"\b(?:{_NUMBER}|{'|'.join(NUMERALS)}) (?=[a-z]{{4,}})"),
    ("person", rf"(?<=\b(?:said|told) ){_CAPITAL} (?:[A-Z]\. )?{_CAPITAL}"),
    ("person", rf"{_CAPITAL} {_CAPITAL}(?=, \d\d?,)"),
    ("place", rf"(?<=[a-z] in ){_CAPITAL}(?=[.,;]| on | after | when | where )"),
)  # fmt: skip
# a figure that only bounds another may go beside any other: at least 10, at least 30
_BOUND = re.compile(
    r"\b(?:at least|more than|over|up to|as many as|nearly|almost|under|some|about)\W+$", re.I
)


def swaps(kind: str) -> dict[str, str]:
    """The rows of one kind: what to print instead of a word."""
    lines = SWAPS.read_text("utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t")
    return {row["word"]: row["other"] for row in rows if row["kind"] == kind}


def formed(text: str, rules: random.Random) -> list[Spot]:
    """The places of an article that a pattern finds in its running text."""
    spots: list[Spot] = []
    for kind, form in FORMS:
        for match in re.finditer(form, text):
            start, end = match.start(), match.start() + len(match[0].rstrip())
            free = all(end <= spot.start or spot.end <= start for spot in spots)
            if free and in_running_text(text, start) and not _numbered(text, start):
                spots += _spot(text, kind, start, end, rules)
    return sorted(spots, key=lambda spot: spot.start)


def in_running_text(text: str, at: int) -> bool:
    """Whether a place stands in a paragraph of sentences, not in a heading or a page's own line."""
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0].strip()
    return len(line.split()) >= 9 and re.search(r"[.!?][”\"')]*$", line) is not None


def _numbered(text: str, at: int) -> bool:
    """Whether a figure is part of a name: ``Flight 614``."""
    named = re.search(r"(?<![.?!] )(?<!\n)\b[A-Z][A-Za-z]*[ -]$", text[:at])
    return text[at].isdigit() and named is not None


def annotated(text: str, gold: dict[str, Any], side: str, rules: random.Random) -> list[Spot]:
    """The places that annotators underlined on one side and a rule can change."""
    spots: list[Spot] = []
    for fact in gold["facts"]:
        for mention in fact[side]:
            start = text.index(mention["context"]) + mention["context"].index(mention["text"])
            end = start + len(mention["text"])
            if all(end <= spot.start or spot.end <= start for spot in spots):
                spots += _spot(text, fact["kind"], start, end, rules)
    return sorted(spots, key=lambda spot: spot.start)


def spots_of(path: Path, seed: str) -> list[Spot]:
    """The places of one article, by the annotation that lies beside it where there is one."""
    text, rules = path.read_text("utf-8"), random.Random(seed)
    gold = path.with_name("gold.json")
    if gold.is_file() and path.stem in ("a", "b"):
        return annotated(text, json.loads(gold.read_text("utf-8")), path.stem, rules)
    return formed(text, rules)


def _spot(text: str, kind: str, start: int, end: int, rules: random.Random) -> Iterator[Spot]:
    old = text[start:end]
    new = _instead(text, kind, old, rules)
    if new is not None and new != old and not (kind in QUANTITIES and bounded(text, start, end)):
        yield Spot(kind, start, end, old, new or None)


def bounded(text: str, start: int, end: int) -> bool:
    """Whether a figure is but a bound or a guess, so that another need not contradict it."""
    begins = re.match(r"(?:[a-z]+ ){1,2}", text[start:end])
    return bool(_BOUND.search(text[:start]) or (begins and _BOUND.search(begins[0])))


def _instead(text: str, kind: str, old: str, rules: random.Random) -> str | None:
    """What to print instead; empty where a rule of ``planted`` may choose, None where none can."""
    if kind == "role":
        return _other_role(old)
    if kind == "quote":
        return _other_word(text, old, rules)
    if kind in NAMES:
        return _other_name(kind, old, rules)
    return "" if kind in {"date", "law", *QUANTITIES} and _has_rule(kind, old) else None


def _has_rule(kind: str, old: str) -> bool:
    if re.search(r"\d", old) or kind == "law":
        return re.search(r"\d(?:nd|rd|st|th)|/", old) is None and re.search(r"\d", old) is not None
    words = re.findall(r"[A-Za-z]+", old)
    if kind == "date":
        return bool({*DAYS, *MONTHS} & set(words))
    return bool(set(NUMERALS) & {word.lower() for word in words})


def _other_name(kind: str, old: str, rules: random.Random) -> str | None:
    if kind == "person" and " " in old and rules.random() < 0.4:
        return _other_given(old, rules)
    return misspelt(old, rules) if re.search(r"\b[A-Z][a-zà-ÿ]{4,}\b", old) else None


def _other_role(old: str) -> str | None:
    table = swaps("role")
    for word in reversed(re.findall(r"[A-Za-z]+", re.split(r" (?:of|for|with) ", old)[0])):
        if word.lower() in table:
            other = table[word.lower()]
            return old.replace(word, other.capitalize() if word[0].isupper() else other, 1)
    return None


def _other_given(old: str, rules: random.Random) -> str:
    given, rest = old.split(" ", 1)
    others = [name for name in swaps("given").values() if name != given]
    return f"{rules.choice(others)} {rest}"


def _other_word(text: str, old: str, rules: random.Random) -> str | None:
    """The quotation with one of its longer words replaced by one of the article that ends alike."""
    words = list(re.finditer(r"\b[a-z]{4,}\b", old))
    rules.shuffle(words)
    known = sorted(set(re.findall(r"\b[a-z]{5,}\b", text)))
    for word in words:
        alike = [w for w in known if w[-2:] == word[0][-2:] and w[:3] != word[0][:3]]
        if alike:
            return old[: word.start()] + rules.choice(alike) + old[word.end() :]
    return None
