"""Two names of organizations, places or groups held against each other."""

from __future__ import annotations

import re
from dataclasses import replace

from factdiff.kinds.names.acronyms import acronym
from factdiff.kinds.names.body import OWN_WORD, Body, body, singular, weight_of
from factdiff.kinds.names.evidence import Piece, piece
from factdiff.kinds.names.fold import words
from factdiff.kinds.names.geography import bare, country_of, of_origin
from factdiff.kinds.names.pairing import Pairing, pair_up
from factdiff.kinds.names.romanise import shared_schemes
from factdiff.kinds.names.tables import body_words, equivalents, numbers, word_list
from factdiff.kinds.names.word import Word
from factdiff.model import Verdict

_CYRILLIC = frozenset({"russia", "ukraine"})  # countries of firms whose names are spelled by sound
_NUMBER = re.compile(r"\d+|^(?:ii|iii|iv|vi|vii|viii|ix|first|second|third|fourth|fifth)$")


def weigh(left: str, right: str, kind: str) -> list[Piece]:
    """All evidence about two names of bodies, places or groups, the prior first."""
    a, b = body(left), body(right)
    known = _known(left, right, kind)
    if known is None and kind == "organization":
        known = acronym(a, b)
    if known is not None:
        return [piece("prior"), known]
    # Chinese and Korean places have rows of their own: `Cypress Park` is not Korean
    schemes = shared_schemes(a.full, b.full) - {"Chinese", "Korean"}
    if {a.land, b.land} & _CYRILLIC:
        schemes |= {"Cyrillic"}
    pairing = pair_up(_plain(a.words, kind), _plain(b.words, kind), schemes, person=False)
    found = [piece("prior"), *_shared(pairing), *_alone(pairing, kind), *_legal(a, b)]
    if pairing.crossed:
        found.append(_order(pairing, left, right))
    return found


def _forms(name: str, kind: str) -> list[tuple[str, ...]]:
    """The folded words under which the tables may know a name."""
    taken_apart = body(name)
    forms = [bare(taken_apart.full), bare(taken_apart.core)]
    if kind == "group":
        forms.append(tuple(singular(word) for word in forms[0] if word != "ethnic"))
    return forms


def _known(left: str, right: str, kind: str) -> Piece | None:
    """Whether a table knows both as names of one body."""
    ours = equivalents(kind)
    one, other = _forms(left, kind), _forms(right, kind)
    if kind == "group" and one[-1] == other[-1]:
        return piece("plural", left, right, share=2.0)
    wanted = set(other)
    shared = [f for form in one for f in ours.get(form, ()) if wanted & f.bare]
    for family in shared:
        if family.plain:
            return piece("known_plain", left, right, why=family.why)
    if shared:
        return piece("known_variant", left, right, why=shared[0].why)
    if kind == "place" and country_of(left) is not None and country_of(left) == country_of(right):
        return piece("known_plain", left, right, why="usual names of one country")
    return None


def _plain(found: tuple[Word, ...], kind: str) -> tuple[Word, ...]:
    """Words in the form that is compared: abbreviations written out, groups in the singular."""
    if kind == "group":
        return tuple(
            Word(singular(w.folded), singular(w.spelled), singular(w.written)) for w in found
        )
    return tuple(_written_out(w, kind) for w in found)


def _written_out(word: Word, kind: str) -> Word:
    number = numbers().get(word.folded) if not word.written[:1].islower() else None
    if number is not None:
        return replace(word, folded=number, spelled=number)
    known = body_words().get(word.folded)
    common = word.folded if known is None else known[0]
    if kind == "organization":
        common = of_origin(word.folded) or of_origin(common) or common
    return word if common == word.folded else replace(word, folded=common, spelled=common)


def _shared(pairing: Pairing) -> list[Piece]:
    found = list(pairing.joined)
    for pair in pairing.pairs:
        tells = min(
            weight_of(pairing.left[pair.left].folded), weight_of(pairing.right[pair.right].folded)
        )
        share = tells / OWN_WORD if pair.found.weight > 0 else 1.0
        if tells == OWN_WORD and pair.found.weight > 0:
            # a long word is rarer: `Uralvagonzavod` tells more than `Star`
            share = 1.0 + min(0.4, max(0, len(pairing.left[pair.left].folded) - 8) / 10)
        found.append(replace(pair.found, weight=pair.found.weight * share))
    return found


def _alone(pairing: Pairing, kind: str) -> list[Piece]:
    left, right = _left_alone(pairing)
    found = _numbers(left, right) + _directions(pairing)
    if left and right and max(weight_of(w.folded) for w in (*left, *right)) > 0.6:
        said = [" ".join(w.written for w in side) for side in (left, right)]
        places = all(_is_place(side) for side in (left, right))
        if places and _same_school(pairing):
            # `Xavier University, New Orleans`, `Xavier University of Louisiana`
            return [*found, piece("location", *said)]
        share = min(1.5, min(_tells(left), _tells(right)) / 1.5)
        found.append(piece("opposed", *said, share=share * (1.7 if places else 1.0)))
    if left or right:
        return [*found, *_too_many(pairing, kind)]
    if pairing.pieces and all(p.verdict is not Verdict.CONFLICT for p in pairing.pieces):
        found.append(piece("complete"))
    return found


def _left_alone(pairing: Pairing) -> tuple[list[Word], list[Word]]:
    """The words without a partner; an article tells nothing: `Khatam al-Anbiya`."""
    small = word_list("articlelike")
    left, right = (
        [word for word in side if word.folded not in small]
        for side in (pairing.left_alone, pairing.right_alone)
    )
    return left, right


def _tells(side: list[Word]) -> float:
    return sum(weight_of(word.folded) for word in side)


def _too_many(pairing: Pairing, kind: str) -> list[Piece]:
    """What the words say that stand on one side only, or on both without a partner."""
    left, right = _left_alone(pairing)
    alone = left or right
    # a second word of its own often makes another body: `Gazprom`, `Gazprom Neft`
    share = 1.3 * max(_tells(left), _tells(right)) * (0.7 if kind == "place" else 1.0)
    if kind == "organization" and _is_place(alone):
        share *= 0.6  # where its office is: `Rosneft Trading, Geneva`
    own = [at for at in _shared_words(pairing) if weight_of(at) == OWN_WORD]
    loose = [w for w in (*left, *right) if weight_of(w.folded) > 0.6]
    if kind == "organization" and not own and not pairing.joined and _tells(alone) > 0.6:
        share *= 2.0  # `Bank of China`, `Agricultural Bank of China`
    found = [piece("extra_word", right=" ".join(w.written for w in alone), share=share)]
    covers = not (left and right) and max(weight_of(w.folded) for w in alone) <= 1.2
    if (covers and share < 2.5) or not loose:
        found.append(piece("covered"))
    branch = [w.written for w in alone if w.folded in word_list("branch")]
    if branch and len(own) + len(pairing.joined) == 1 and not (left and right):
        found.append(piece("branch", right=branch[0]))
    return found


def _shared_words(pairing: Pairing) -> list[str]:
    return [pairing.left[pair.left].folded for pair in pairing.pairs]


def _same_school(pairing: Pairing) -> bool:
    """Whether a word of its own and the kind of institution are shared."""
    shared = set(_shared_words(pairing))
    return bool(shared & word_list("school")) and any(weight_of(w) == OWN_WORD for w in shared)


def _is_place(alone: list[Word]) -> bool:
    name = tuple(word.folded for word in alone)
    return name in equivalents("place") or country_of(" ".join(name)) is not None


def _numbers(left: list[Word], right: list[Word]) -> list[Piece]:
    ours, theirs = ([w for w in side if _NUMBER.search(w.folded)] for side in (left, right))
    if not ours and not theirs:
        return []
    if ours and theirs:
        return [piece("number", ours[0].written, theirs[0].written)]
    return [piece("number", (ours or theirs)[0].written, "none", share=0.5)]


def _directions(pairing: Pairing) -> list[Piece]:
    """`North Korea` is not `South Korea`; the `New` of a known `New Orleans` is no direction."""
    known = word_list("direction")
    ours, theirs = (
        [] if _is_place(side) else [w for w in side if w.folded in known]
        for side in (pairing.left_alone, pairing.right_alone)
    )
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
    if a.land and b.land and a.land != b.land:
        return [piece("legal_land", a.legal, b.legal)]
    loose = {"corporation", "company", "limited"}
    same = a.legal_class == b.legal_class or {a.legal_class, b.legal_class} <= loose
    return [piece("legal_form" if same else "legal_class", a.legal, b.legal)]


def _order(pairing: Pairing, left: str, right: str) -> Piece:
    """Another order is a variant; of words that many names share it is another name.

    One ``of`` that turns the words round is plain usage: `Health Ministry`, `Ministry of Health`.
    `Air China` is not `China Airlines`, but the `Defense Ministry` is the `Ministry of Defence`.
    """
    own = any(weight_of(pairing.left[pair.left].folded) == OWN_WORD for pair in pairing.pairs)
    sides = ["of" in words(name) for name in (left, right)]
    turned = len(pairing.pairs) > 2 or any(sides)
    feature = "order" if sides[0] != sides[1] else "order_variant"
    return piece(feature, left, right, share=1.0 if own or turned else 15.0)
