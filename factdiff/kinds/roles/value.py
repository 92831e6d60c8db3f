"""The normal form of a role: the article's words, and what they are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factdiff.kinds.roles.tables import Head, heads, longest_head, modifiers

PRESENT, PAST, FORMER, FUTURE = "present", "past", "former", "future"
TENSES = (PRESENT, PAST, FORMER, FUTURE)
GENERAL = frozenset({"state", "home"})
MINISTERS = frozenset({"secretary", "minister"})
WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
SMALL = frozenset({"of", "for", "in", "at", "with", "on", "to", "from", "under", "and", "s", "by"})


@dataclass(frozen=True, slots=True)
class RoleValue:
    """A role in the article's ``words``, without a leading article.

    ``head`` is the noun (``secretary of state``, ``chief``), ``others`` further ones (``president
    and chief executive``); ``modifiers`` the words that tell its field, without places; ``ranks``
    what sets it off from the bare office (``deputy``, ``acting``). ``tense`` is ``present``,
    ``past`` (was, and may still be), ``former`` or ``future``. ``tied_to`` is another person
    it depends on (``wife of``, ``under``). ``around`` are the content words
    near it in its sentence, outside quotations, without the person's name and verbs of saying.
    """

    words: str
    head: str
    others: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    organization: str | None = None
    place: str | None = None
    tense: str = PRESENT
    tied_to: str | None = None
    around: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.words

    @property
    def heads(self) -> tuple[str, ...]:
        """All the nouns, the main one first."""
        return (self.head, *self.others)


def parse(text: str, *, places: tuple[str, ...] = ()) -> RoleValue:
    """The role that some words name; ``places`` are the names of places among them.

    Words without a known role noun have their last word before ``of`` as head.
    """
    words = _without_article(" ".join(text.split()))
    tokens = [word.casefold() for word in WORD.findall(words)]
    spans = head_spans(tokens)
    named = [" ".join(tokens[start:end]) for start, end in spans]
    inside = {i for start, end in spans for i in range(start, end)}
    rest = [token for i, token in enumerate(tokens) if i not in inside]
    own = tokens[_owner_end(tokens) :]  # `ex-chief Lee's wife` is a wife now
    place_words = {word.casefold() for place in places for word in WORD.findall(place)}
    main = named[-1] if named else _last_before_link(tokens)
    others = tuple(name for name in named if name != main)
    return RoleValue(
        words=words,
        head=singular(main),
        others=tuple(singular(name) for name in others),
        modifiers=tuple(_fields(rest, place_words, main)),
        ranks=tuple(dict.fromkeys(_ranks([token for token in rest if token in own]))),
        place=places[0] if places else None,
        tense=_tense(own),
    )


def _without_article(words: str) -> str:
    first, _, rest = words.partition(" ")
    possessive = "'s " in rest.split(" of ")[0] or "’s " in rest.split(" of ")[0]
    lead = first.casefold()
    if lead != "one" and lead in modifiers("article") and not (lead == "the" and possessive):
        return rest or words
    return words


def head_spans(tokens: list[str]) -> list[tuple[int, int]]:
    """Where role nouns stand before the first ``of``/``in`` that ties more to them."""
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(tokens):
        size = _head_at(tokens, i)
        if size:
            found.append((i, i + size))
            i += size
        elif found and tokens[i] in SMALL and tokens[i] != "and":
            break
        else:
            i += 1
    return [span for n, span in enumerate(found) if _stands(n, found, tokens)]


def _stands(n: int, found: list[tuple[int, int]], tokens: list[str]) -> bool:
    """Of nouns side by side the last names the role: `police chief inspector`.

    Both do where ``and`` joins them or a rank follows: `police spokesman Capt.`
    """
    if n + 1 == len(found):
        return True
    end, (start, stop) = found[n][1], found[n + 1]
    following = known(" ".join(tokens[start:stop]))
    title = following is not None and (following.slot == "rank" or tokens[stop - 1].endswith("."))
    return tokens[end] == "and" if start > end else title


def _head_at(tokens: list[str], start: int) -> int:
    for size in range(longest_head(), 0, -1):
        if known(" ".join(tokens[start : start + size])) and start + size <= len(tokens):
            return size
    return 0


def known(form: str) -> Head | None:
    """The role noun of a form in lower case, also in the plural or with ``-elect``."""
    found = heads().get(form) or heads().get(bare(form))
    return found or heads().get(singular(bare(form)))


def bare(form: str) -> str:
    """``president-elect`` and ``then-president`` as ``president``."""
    for mark in ("-elect", "-designate", "-in-waiting"):
        form = form.removesuffix(mark)
    for mark in ("then-", "ex-", "former-", "co-", "immediate past-", "past-"):
        form = form.removeprefix(mark)
    return form


def singular(form: str) -> str:
    """``ministers`` as ``minister``, ``policemen`` as ``policeman``; else the form itself."""
    if form in heads():
        return form
    for plural, single in (("men", "man"), ("wives", "wife"), ("ies", "y"), ("s", "")):
        if form.endswith(plural) and form.removesuffix(plural) + single in heads():
            return form.removesuffix(plural) + single
    if form.startswith(("secretaries", "chiefs", "members")):
        first, _, rest = form.partition(" ")
        return f"{singular(first)} {rest}".strip()
    return bare(form) if bare(form) != form else form


def _last_before_link(tokens: list[str]) -> str:
    before: list[str] = []
    for token in tokens:
        if token in SMALL and before:
            break
        before.append(token)
    return before[-1] if before else ""


def _owner_end(tokens: list[str]) -> int:
    """Where what belongs to the owner begins: behind the last ``'s`` before any ``of``."""
    end = 0
    for i, token in enumerate(tokens):
        if token in SMALL:
            break
        if token.endswith(("'s", "’s", "s'", "s’")):
            end = i + 1
    return end


def _fields(rest: list[str], places: set[str], head: str) -> list[str]:
    weak = {*modifiers("weak"), *modifiers("article"), *SMALL}
    tensed = {word for when in TENSES for word in modifiers(when)}
    found = []
    for word in rest:
        plain = word.removesuffix("'s").removesuffix("’s")
        if (
            plain.endswith("-year")
            or plain in weak
            or plain in tensed
            or plain in modifiers("rank")
            or plain in places
        ):
            continue
        # `secretary of state` is the foreign one; `governor of the state` is not
        means = (
            plain if plain in GENERAL and head not in MINISTERS else modifiers("field").get(plain)
        )
        found.append(means or plain)
    return list(dict.fromkeys(found))


def _ranks(rest: list[str]) -> list[str]:
    return [modifiers("rank")[word] for word in rest if word in modifiers("rank")]


def _tense(tokens: list[str]) -> str:
    for token in tokens:
        parts = {token, *token.split("-")}
        if parts & modifiers("former").keys():
            return FORMER
        if parts & modifiers("future").keys():
            return FUTURE
        if parts & modifiers("past").keys():
            return PAST
    return PRESENT
