"""What a bare number counts: the noun group behind it, by tags first and the tree second.

Tags are surer than trees: ``two of the three wounded officers`` is read from left to right. Under a
pipeline without tags the words up to the next small word are taken.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

MAX_GROUP = 14  # words from the number to the noun's end: no noun group of a newspaper is longer
NOMINAL = ("NN", "JJ", "VBN", "VBG", "CD", "FW", "HYPH", "AFX", "RB")
ORDERING = frozenset({"last", "first", "next", "past", "previous", "final", "own", "same", "such"})
ALL = frozenset({"all", "both", "such", "any"})
OWNERS = frozenset({"the", "its", "their", "his", "her", "our", "these", "those", "them", "whom"})


@dataclass(frozen=True, slots=True)
class NounGroup:
    """Tokens from the number's end to ``end`` (exclusive); ``head`` is None if no noun follows.

    ``modifiers`` narrow the head. ``whole`` tells that the number is a part of the group (``two of
    the three``).
    """

    head: Token | None
    end: int
    modifiers: tuple[Token, ...] = ()
    whole: bool = False


def noun_group(doc: Doc, at: int, stops: frozenset[int] = frozenset()) -> NounGroup:
    """The noun group whose number ends before token ``at``; it enters none of ``stops``."""
    start, whole = _past_partitive(doc, at)
    start += start < len(doc) and start == at and doc[start].lower_ in OWNERS  # `half the homes`
    run = _run(doc, start, stops)
    while run and not _is_noun(run[-1]) and not _is_people_word(run[-1], run):
        run.pop()
    if not run:
        return NounGroup(None, at)
    head = run[-1]
    return NounGroup(head, head.i + 1, tuple(run[:-1]), whole)


def lemma_of(token: Token) -> str:
    """The lemma in lower case, or the word without its plural ``s`` where there is none."""
    lemma = token.lemma_.lower()
    if token.tag_ == "NNS" and lemma == token.lower_[:-1]:
        return singular(token.lower_)  # `watches`, of which some lemmatizers make `watche`
    if lemma and (lemma != token.lower_ or not token.lower_.endswith("s")):
        return lemma
    return singular(token.lower_)


def singular(word: str) -> str:
    """A plain guess at the singular of an English noun: ``villages``, ``bodies``, ``boxes``."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def _past_all(doc: Doc, at: int) -> int:
    """Past the ``all`` of ``40 percent of all purchases``."""
    return at + 1 if at < len(doc) and doc[at].lower_ in ALL else at


def _past_partitive(doc: Doc, at: int) -> tuple[int, bool]:
    """Past ``of the`` and ``of his``; plain ``of`` only after vague numbers (the caller says)."""
    if at < len(doc) and doc[at].lower_ == "of":
        after = _past_all(doc, at + 1)
        if after < len(doc) and doc[after].lower_ in OWNERS:
            return after + 1, True
        return after, False
    return at, False


def _run(doc: Doc, at: int, stops: frozenset[int]) -> list[Token]:
    run: list[Token] = []
    tagged = at < len(doc) and bool(doc[at].tag_)  # asking the whole Doc takes time with its length
    for token in doc[at : at + MAX_GROUP]:
        if token.i in stops or token.is_space or (run and token.is_sent_start):
            break
        if token.text in ("-", "–", "'s", "’s") or _joins(token, run):
            continue
        if not (_is_nominal(token, run) if tagged else _may_be_noun(token)):
            break
        run.append(token)
        if not tagged and token.lower_.endswith("s"):
            break
    return run


def _joins(token: Token, run: list[Token]) -> bool:
    """``loaded, rusty rifles``; ``Uyghur and other Muslim minorities``: still one group."""
    if not run or _is_plural(run[-1]) or token.i + 1 >= len(token.doc):
        return False
    following = token.nbor()
    adjective = run[-1].tag_.startswith("JJ")
    if token.text == ",":
        return adjective and following.tag_.startswith("JJ")
    return token.lower_ in ("and", "or") and adjective and following.tag_[:2] in ("JJ", "NN")


def _is_nominal(token: Token, run: list[Token]) -> bool:
    if not token.tag_.startswith(NOMINAL) or token.text in ("%", "$"):
        # `13 loaded magazines`, `seven AK-47 rifles`: tagged as a past tense, split at the hyphen
        return not run and token.tag_ == "VBD" and _noun_next(token)
    if run and _is_noun(run[-1]) and not token.tag_.startswith("NN"):
        # `seven AK-47 automatic rifles`, `10 XPSB leading officials`
        late = token.tag_.startswith(("JJ", "VBG")) and not _is_plural(run[-1])
        return late and token.i + 1 < len(token.doc) and token.nbor().tag_.startswith("NN")
    if token.tag_ == "RB":
        return _noun_next(token) and token.lower_.endswith(("ly", "other"))
    if token.tag_ in ("VBN", "VBG") and run and _is_plural(run[-1]):
        return False
    # `1,300 people work there`, `six people Tuesday`: after a plural only another plural goes on
    return not (
        token.tag_.startswith("NN") and run and _is_plural(run[-1]) and not _is_plural(token)
    )


def _noun_next(token: Token) -> bool:
    after = token.i + 1
    return after < len(token.doc) and token.doc[after].tag_[:2] in ("NN", "JJ", "VB")


def _may_be_noun(token: Token) -> bool:
    return token.is_alpha and not token.is_stop and not token.is_sent_start


def _is_noun(token: Token) -> bool:
    return token.tag_.startswith("NN") or (not token.tag_ and token.is_alpha)


def _is_plural(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS")


def _is_people_word(token: Token, run: list[Token]) -> bool:
    """``10 dead``, ``the 80 wounded``, ``12 Somali``: an adjective that stands for people."""
    return len(run) == 1 and token.tag_ in ("JJ", "VBN") and token.lower_ not in ORDERING
