"""The name of a body, place or group taken apart: telling words and legal form."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names.fold import as_written, fold, words
from factdiff.kinds.names.tables import body_words, equivalents, legal_forms, word_list
from factdiff.kinds.names.wording import Word
from factdiff.lexicon import countries, demonyms

OWN_WORD = 3.0  # what a word of its own tells, on the scale of body_words.tsv


@dataclass(frozen=True, slots=True)
class Body:
    """``words`` are the telling words, ``core`` all but the legal form, ``full`` all, folded."""

    words: tuple[Word, ...]
    core: tuple[str, ...]
    full: tuple[str, ...]
    legal: str | None
    legal_class: str | None


@lru_cache(maxsize=8192)
def body(name: str) -> Body:
    """Take a name apart: legal form off either end, articles and prepositions out."""
    folded = words(name)
    written = as_written(name.replace("&", " and "))
    if len(written) != len(folded):  # another script, put into Latin letters word by word
        written = folded
    everything = [
        Word(plain, said.casefold(), said) for plain, said in zip(folded, written, strict=True)
    ]
    everything = _spelled_out(everything)
    core, legal = _without_legal_form(everything)
    core, second = _without_legal_form(core) if legal else (core, [])
    legal = legal or second  # `PT Bank Mandiri Tbk` has one at either end
    telling = [w for w in core if w.folded not in word_list("stop")] or core
    form = " ".join(w.folded for w in legal) if legal else None
    return Body(
        tuple(telling),
        tuple(w.folded for w in core),
        folded,
        form,
        legal_forms().get(tuple(w.folded for w in legal)) if legal else None,
    )


def _spelled_out(found: list[Word]) -> list[Word]:
    """`LA County` is the County of Los Angeles; a lone abbreviation stays as it is."""
    if len(found) < 2:
        return found
    longer: list[Word] = []
    for word in found:
        families = equivalents("place").get((word.folded,), ())
        short = word.written.isupper() and 2 <= len(word.written) <= 3
        if short and families and families[0].plain and len(families[0].forms[0]) > 1:
            longer += [Word(w, w, w.title()) for w in families[0].forms[0]]
        else:
            longer.append(word)
    return longer


def _without_legal_form(core: list[Word]) -> tuple[list[Word], list[Word]]:
    known = legal_forms()
    for size in (5, 4, 3, 2, 1):
        if len(core) <= size:
            continue
        for at in (slice(-size, None), slice(0, size)):
            run = core[at]
            if tuple(w.folded for w in run) in known and (at.start or _may_lead(run)):
                return (core[:-size] if at.start else core[size:]), run
    return core, []


def _may_lead(run: list[Word]) -> bool:
    """Only forms that stand before a name in their language: `OOO Gazprom`, not `SE Asia`."""
    return len(run) > 1 or len(run[0].folded) >= 3 or run[0].folded in ("ao", "pt", "as")


def bare(name: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words without a leading article."""
    return name[1:] if len(name) > 1 and name[0] == "the" else name


@cache
def _country_names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in countries():
        found.setdefault(bare(words(row.name)), row.country)
    return found


def country_of(name: str) -> str | None:
    """The usual name of the country that a name means: ``U.S.`` → ``United States``."""
    return _country_names().get(bare(words(name)))


@cache
def _origins() -> dict[str, str]:
    """Demonyms and country names, folded, by the place they come from: ``chinese`` → ``china``."""
    found: dict[str, str] = {}
    for row in demonyms():
        found.setdefault(fold(row.form), fold(row.of))
    for place in countries():
        found.setdefault(fold(place.name).replace(".", ""), fold(place.country))
    return found


def origin_of(word: str) -> str | None:
    """The place that a folded word is named after, if it is a country's name or demonym."""
    return _origins().get(word)


def singular(word: str) -> str:
    """The singular of a folded plural: ``uyghurs`` → ``uyghur``."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def weight_of(word: str) -> float:
    """How much a folded word tells of which body is meant, from 0 to 3."""
    known = body_words().get(word)
    if known is not None:
        return known[1]
    if word in word_list("placeword"):
        return 1.0
    return 1.5 if origin_of(word) is not None else OWN_WORD
