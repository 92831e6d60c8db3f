"""Numbered law: bills, orders, codes, resolutions, amendments, by the patterns of series.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.kinds.laws.equivalents import entry_numbered, read_rows
from factdiff.kinds.laws.value import Law


@dataclass(frozen=True, slots=True)
class Series:
    """One way of numbering law. ``number`` and ``normal`` are made of the pattern's groups."""

    name: str
    form: str
    jurisdiction: str
    pattern: re.Pattern[str]
    number: str
    normal: str
    examples: tuple[tuple[str, str], ...]


@cache
def all_series() -> tuple[Series, ...]:
    """The series of ``series.toml``, in the order in which they are tried."""
    text = files("factdiff.kinds.laws").joinpath("series.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    shared = table["shared"]
    return tuple(
        Series(
            name=row["name"],
            form=row["form"],
            jurisdiction=row.get("jurisdiction", ""),
            pattern=re.compile(row["pattern"].format_map(shared)),
            number=row["number"],
            normal=row["normal"],
            examples=tuple((text, normal) for text, normal in row["examples"].items()),
        )
        for row in table["series"]
    )


def find_numbered(text: str) -> Iterator[tuple[int, int, Law]]:
    """Every numbered law in a text: start, end and the law."""
    for series in all_series():
        for found in series.pattern.finditer(text):
            yield found.start(), found.end(), _law(series, found)


def numbered_law(text: str) -> Law | None:
    """The numbered law that a text is as a whole."""
    for series in all_series():
        found = series.pattern.fullmatch(text)
        if found is not None:
            return _law(series, found)
    return None


def _law(series: Series, found: re.Match[str]) -> Law:
    parts = {name: _plain(name, value or "") for name, value in found.groupdict().items()}
    number = series.number.format_map(parts)
    entry = entry_numbered(series.name, number)
    section = parts.get("section") or None
    if entry is None and section is not None and "(" in section:
        # 18 U.S.C. § 793(e) is of the act at § 793
        entry = entry_numbered(series.name, number.split("(")[0])
    if entry is not None and entry.form != "section" and section is not None:
        section = section[section.find("(") :] if "(" in section else None
    year = parts.get("year", "")
    return Law(
        words=" ".join(series.normal.format_map(parts).split()),
        form=series.form,
        number=number,
        year=int(year) if year.isdigit() else None,
        section=section,
        unit="section" if section else None,
        jurisdiction=series.jurisdiction or None,
        series=series.name,
        entry=entry.key if entry is not None else None,
    )


def _plain(name: str, value: str) -> str:
    """A part as it stands in the normal form: no thousands commas, ordinals as words."""
    value = " ".join(value.split())
    if name == "ordinals":
        found = re.findall(r"[\w-]+", value.casefold())
        return ", ".join(_ordinals()[word] for word in found if word in _ordinals())
    if name == "chamber":
        return _chambers().get(re.sub(r"[\s.]", "", value).casefold(), value)
    if name == "digits":
        return value.replace(",", "")
    return value


@cache
def _ordinals() -> dict[str, str]:
    rows = [row for row in read_rows("numerals.tsv") if row["use"] == "ordinal"]
    return {form: row["normal"] for row in rows for form in (row["form"].casefold(),)}


@cache
def _chambers() -> dict[str, str]:
    rows = [row for row in read_rows("numerals.tsv") if row["use"] == "chamber"]
    return {row["form"]: row["normal"] for row in rows}
