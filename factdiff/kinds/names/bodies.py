"""Two names of organizations, places or groups held against each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import as_written, fold, spelled, words
from factdiff.kinds.names.pairing import Pairing, pair_up
from factdiff.kinds.names.romanise import schemes_of
from factdiff.kinds.names.tables import (
    body_words,
    equivalents,
    legal_forms,
    word_list,
)
from factdiff.kinds.names.wording import Word
from factdiff.lexicon import countries, demonyms
from factdiff.model import Verdict

OWN_WORD = 3.0  # what a word of its own tells, on the scale of body_words.tsv
_NUMBER = re.compile(r"\d+|^(?:ii|iii|iv|vi|vii|viii|ix|first|second|third|fourth|fifth)$")


@dataclass(frozen=True, slots=True)
class Body:
    """A name taken apart: its telling words, its legal form with its class, its small words."""

    words: tuple[Word, ...]
    full: tuple[str, ...]
    legal: str | None
    legal_class: str | None


@lru_cache(maxsize=8192)
def body(name: str) -> Body:
    """Take a name apart: legal form off either end, articles and prepositions out."""
    folded = words(name)
    raw = spelled(name)
    if len(raw) != len(folded):
        raw = folded
    written = _written(name, folded)
    everything = [Word(*t) for t in zip(folded, raw, written, strict=True)]
    core, legal = _without_legal_form(everything)
    telling = [w for w in core if w.folded not in word_list("stop")] or core
    form = " ".join(w.folded for w in legal) if legal else None
    kind = legal_forms().get(tuple(w.folded for w in legal)) if legal else None
    return Body(tuple(telling), folded, form, kind)


def _written(name: str, folded: tuple[str, ...]) -> tuple[str, ...]:
    found = as_written(name)
    return found if tuple(fold(w) for w in found) == folded else folded


def _without_legal_form(core: list[Word]) -> tuple[list[Word], list[Word]]:
    known = legal_forms()
    for size in (5, 4, 3, 2, 1):
        if len(core) <= size:
            continue
        for at in (slice(-size, None), slice(0, size)):
            run = core[at]
            if tuple(w.folded for w in run) in known and (at.start or _may_lead(run)):
                rest = core[:-size] if at.start else core[size:]
                if rest:
                    return rest, run
    return core, []


def _may_lead(run: list[Word]) -> bool:
    """Only forms that stand before a name in their language: `OOO Gazprom`, not `SE Asia`."""
    return len(run) > 1 or len(run[0].folded) >= 3 or run[0].folded in ("ao", "pt", "as")


def weigh(left: str, right: str, kind: str) -> list[Piece]:
    """All evidence about two names of bodies, places or groups, the prior first."""
    known = _known(left, right, kind)
    if known is not None:
        return [piece("prior"), known]
    a, b = body(left), body(right)
    schemes = schemes_of(a.full) | schemes_of(b.full)
    schemes -= {"Chinese", "Korean"} if kind == "organization" else frozenset()
    if kind == "organization":
        short = _acronym(a, b)
        if short is not None:
            return [piece("prior"), short]
    pairing = pair_up(_plain(a.words, kind), _plain(b.words, kind), schemes, person=False)
    return [
        piece("prior"),
        *_shared(pairing),
        *_alone(pairing, kind),
        *_legal(a, b),
        *_order(pairing, left, right),
    ]


def _known(left: str, right: str, kind: str) -> Piece | None:
    """Whether a table knows both as names of one body."""
    ours = equivalents(kind)
    one, other = _bare(words(left)), _bare(words(right))
    shared = [f for f in ours.get(one, ()) if other in {_bare(form) for form in f.forms}]
    for family in shared:
        if family.plain:
            return piece("known_plain", left, right, why=family.why)
    if shared:
        return piece("known_variant", left, right, why=shared[0].why)
    if kind == "place" and _country(one) is not None and _country(one) == _country(other):
        return piece("known_plain", left, right, why="usual names of one country")
    return None


def _bare(name: tuple[str, ...]) -> tuple[str, ...]:
    return name[1:] if len(name) > 1 and name[0] == "the" else name


@cache
def _country_names() -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in countries():
        found.setdefault(_bare(words(row.name)), row.country)
    return found


def _country(name: tuple[str, ...]) -> str | None:
    return _country_names().get(name)


def country_of(name: str) -> str | None:
    """The usual name of the country that a name means: ``U.S.`` → ``United States``."""
    return _country(_bare(words(name)))


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


def _acronym(a: Body, b: Body) -> Piece | None:
    for short, long in ((a, b), (b, a)):
        if len(short.words) != 1 or len(long.full) < 2:
            continue
        letters = short.words[0].folded
        if len(letters) >= 2 and is_acronym(letters, long.full):
            share = 1.0 if len(letters) > 2 else 0.7
            return piece("acronym", short.words[0].written, " ".join(long.full), share=share)
    return None


def is_acronym(letters: str, name: tuple[str, ...]) -> bool:
    """Whether the letters are the initials of the name, small words counted or not."""
    every = "".join(word[0] for word in name)
    telling = "".join(word[0] for word in name if word not in word_list("stop"))
    core = "".join(
        word[0] for word in name if (word,) not in legal_forms() and word not in word_list("stop")
    )
    return letters in (every, telling, core) and len(letters) > 1


def _plain(found: tuple[Word, ...], kind: str) -> tuple[Word, ...]:
    """Words in the form that is compared: abbreviations written out, groups in the singular."""
    if kind == "group":
        return tuple(
            Word(_singular(w.folded), _singular(w.spelled), w.written.title()) for w in found
        )
    return tuple(_written_out(w) for w in found)


def _written_out(word: Word) -> Word:
    known = body_words().get(word.folded)
    if known is None:
        return word
    return Word(known[0], known[0], known[0])


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def weight_of(word: Word) -> float:
    """How much a word tells of which body is meant, from 0 to 3."""
    known = body_words().get(word.folded)
    if known is not None:
        return known[1]
    if word.folded in word_list("placeword"):
        return 1.0
    if origin_of(word.folded) is not None:
        return 1.5
    return OWN_WORD


def _shared(pairing: Pairing) -> list[Piece]:
    found = list(pairing.joined)
    for pair in pairing.pairs:
        tells = min(weight_of(pairing.left[pair.left]), weight_of(pairing.right[pair.right]))
        share = tells / OWN_WORD if pair.found.weight > 0 else 1.0
        found.append(
            Piece(
                pair.found.feature, pair.found.weight * share, pair.found.verdict, pair.found.reason
            )
        )
    return found


def _alone(pairing: Pairing, kind: str) -> list[Piece]:
    left, right = pairing.left_alone, pairing.right_alone
    found = _numbers(left, right) + _directions(left, right)
    tells_left = sum(weight_of(w) for w in left)
    tells_right = sum(weight_of(w) for w in right)
    if left and right:
        share = min(1.5, min(tells_left, tells_right) / 1.5)
        said = (" ".join(w.written for w in side) for side in (left, right))
        found.append(piece("opposed", *said, share=share))
    if tells_left + tells_right:
        said_alone = " ".join(w.written for w in (left or right))
        # a second word of its own often makes another body: `Gazprom`, `Gazprom Neft`
        share = 1.3 * max(tells_left, tells_right)
        if kind == "place":
            share *= 0.7
        found.append(piece("extra_word", right=said_alone, share=share))
    sound = all(p.verdict is not Verdict.CONFLICT for p in pairing.pieces)
    if not left and not right and pairing.pieces and sound:
        found.append(piece("complete"))
    return found


def _numbers(left: list[Word], right: list[Word]) -> list[Piece]:
    ours, theirs = ([w for w in side if _NUMBER.search(w.folded)] for side in (left, right))
    if not ours and not theirs:
        return []
    if ours and theirs:
        return [piece("number", ours[0].written, theirs[0].written)]
    return [piece("number", (ours or theirs)[0].written, "none", share=0.5)]


def _directions(left: list[Word], right: list[Word]) -> list[Piece]:
    known = word_list("direction")
    ours, theirs = ([w for w in side if w.folded in known] for side in (left, right))
    if ours and theirs:
        return [piece("direction", ours[0].written, theirs[0].written)]
    if ours or theirs:
        return [piece("direction", (ours or theirs)[0].written, "none", share=0.5)]
    return []


def _legal(a: Body, b: Body) -> list[Piece]:
    if a.legal == b.legal:
        return []
    if a.legal is None or b.legal is None:
        return [piece("legal_form_missing", right=a.legal or b.legal or "")]
    loose = {"corporation", "company", "limited"}
    same = a.legal_class == b.legal_class or {a.legal_class, b.legal_class} <= loose
    return [piece("legal_form" if same else "legal_class", a.legal, b.legal)]


def _order(pairing: Pairing, left: str, right: str) -> list[Piece]:
    return [piece("order_variant", left, right)] if pairing.crossed else []
