"""The name of a body, place or group taken apart: telling words and legal form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from factdiff.kinds.names.abroad import in_english
from factdiff.kinds.names.fold import as_written, fold, is_latin, words
from factdiff.kinds.names.geography import country_of, is_origin_place, of_origin, origin_of
from factdiff.kinds.names.tables import body_words, equivalents, legal_forms, word_list
from factdiff.kinds.names.word import Word

# `AT & T` is `AT&T`, the `No.` of `Factory No. 26` tells nothing
_LETTERS_JOINED = re.compile(r"(?<=\b[A-Z])\s&\s(?=[A-Z]\b)|(?<=\b[A-Z][A-Z])\s&\s(?=[A-Z]\b)")
_ELISION = re.compile(r"\bl['’](?=\w)")  # le ministère de l'Intérieur
_NUMBER_SIGN = re.compile(r"\b(?:No|Nr|Nos)\b\.?\s*(?=\d)|[№#]\s*(?=\d)")
OWN_WORD = 3.0  # what a word of its own tells, on the scale of body_words.tsv


@dataclass(frozen=True, slots=True)
class Body:
    """``words`` are the telling words, ``core`` all but the legal form, ``full`` all, folded."""

    words: tuple[Word, ...]
    core: tuple[str, ...]
    full: tuple[str, ...]
    legal: str | None
    legal_class: str | None
    land: str | None


@lru_cache(maxsize=8192)
def body(name: str) -> Body:
    """Take a name apart: legal form off either end, articles and prepositions out."""
    mark = "" if is_latin(name) else "…"  # put into Latin letters by sound
    name = _ELISION.sub("", _NUMBER_SIGN.sub("", _LETTERS_JOINED.sub("", in_english(name))))
    folded = words(name)
    written = as_written(name.replace("&", " and "))
    if len(written) != len(folded):  # another script, put into Latin letters word by word
        written = folded
    everything = [
        Word(plain, said.casefold() + mark, said)
        for plain, said in zip(folded, written, strict=True)
    ]
    everything = _spelled_out(everything)
    core, legal = _without_legal_form(everything)
    core, second = _without_legal_form(core) if legal else (core, [])
    legal = legal or second  # `PT Bank Mandiri Tbk` has one at either end
    telling = [w for at, w in enumerate(core) if not _idle(w, at)] or core
    form = tuple(w.folded for w in legal)
    kind, land = legal_forms().get(form, (None, None))
    core_words = tuple(w.folded for w in core)
    return Body(tuple(telling), core_words, folded, " ".join(form) or None, kind, land)


def _countries_joined(found: list[Word]) -> list[Word]:
    """`United States` in a longer name becomes one word, as `U.S.` is; `North Korea` stays two."""
    joined: list[Word] = []
    at = 0
    while at < len(found):
        size = _country_size(found, at)
        if size:
            said = " ".join(w.written for w in found[at : at + size])
            country = country_of(" ".join(w.folded for w in found[at : at + size])) or said
            name = "".join(fold(country).split())
            joined.append(Word(name, name, said))
        else:
            joined.append(found[at])
        at += size or 1
    return joined


def _country_size(found: list[Word], at: int) -> int:
    """How many words from ``at`` are a country's name of several words inside a longer name."""
    if found[at].folded in word_list("direction"):
        return 0
    for size in (3, 2):
        run = found[at : at + size]
        if len(run) == size < len(found) and country_of(" ".join(w.folded for w in run)):
            return size
    return 0


def _spelled_out(found: list[Word]) -> list[Word]:
    """`LA County` is the County of Los Angeles; a lone abbreviation stays as it is."""
    if len(found) < 2:
        return found
    longer: list[Word] = []
    for word in _countries_joined(found):
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
            known_form = tuple(w.folded for w in run) in known and _as_form(run, core)
            if known_form and (at.start or _may_lead(run)):
                return (core[:-size] if at.start else core[size:]), run
    return core, []


def _idle(word: Word, at: int) -> bool:
    """Small words, and a legal form inside a name: `Rosneft Trading SA Geneva`."""
    if word.folded in word_list("stop"):
        return True
    shouted = word.written.isupper() and len(word.written) > 1
    return at > 0 and shouted and (word.folded,) in legal_forms()


def _as_form(run: list[Word], core: list[Word]) -> bool:
    """Short forms are written in capitals: `Too` is a word, `TOO` a limited company."""
    short = len(run) == 1 and len(run[0].folded) <= 3
    if not short or run[0].folded in word_list("plain_form"):
        return True
    return run[0].written.isupper() or not any(w.written[:1].isupper() for w in core)


def _may_lead(run: list[Word]) -> bool:
    """Only forms that stand before a name in their language: `OOO Gazprom`, not `SE Asia`."""
    return len(run) > 1 or len(run[0].folded) >= 3 or run[0].folded in ("ao", "pt", "as")


def singular(word: str) -> str:
    """The singular of a folded plural: ``uyghurs`` → ``uyghur``."""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    if word.endswith("is") and is_origin_place(of_origin(word[:-1]) or ""):
        return word[:-1]  # Israelis and Iraqis, not Paris
    return word


def weight_of(word: str) -> float:
    """How much a folded word tells of which body is meant, from 0 to 3."""
    known = body_words().get(word)
    if known is not None:
        return known[1]
    if word in word_list("articlelike"):
        return 0.3
    if word in word_list("placeword"):
        return 1.0
    return 1.5 if origin_of(word) is not None or is_origin_place(word) else OWN_WORD
