"""Names that the tagger found once, found everywhere; names inside names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.kinds.names.geography import origin_of
from factdiff.kinds.names.initials import spelled_by_initials
from factdiff.kinds.names.mentions import Mention
from factdiff.kinds.names.namelike import stop_names
from factdiff.kinds.names.person import person, title_words
from factdiff.kinds.names.slips import misspelt
from factdiff.kinds.names.tables import body_words, word_list
from factdiff.model import Kind

SHORTEST = 3  # letters: a shorter single word is too often something else
LONGEST = 400  # distinct names of one article that are looked for again: bounds the cost


def found_again(
    doc: Doc, found: Sequence[Mention], introduced: Sequence[tuple[str, Mention]]
) -> list[Mention]:
    """The mentions and all further ones of the same names, in the order of the text.

    ``introduced`` are short names in brackets, each with the mention it follows.
    """
    taken = {at for mention in found for at in range(mention.start, mention.end)}
    texts = [token.text for token in doc]
    wanted = _wanted(doc, found) | {(short,): full.kind for short, full in introduced}
    by_first: dict[str, list[tuple[tuple[str, ...], Kind]]] = defaultdict(list)
    for name, kind in wanted.items():
        by_first[name[0]].append((name, kind))
    for candidates in by_first.values():
        candidates.sort(key=lambda c: -len(c[0]))
    added: list[Mention] = []
    for start, text in enumerate(texts):
        for name, kind in by_first.get(text, ()):
            end = start + len(name)
            if tuple(texts[start:end]) != name or taken.intersection(range(start, end)):
                continue
            if len(name) == 1 and _part_of_more(doc, start):
                continue
            added.append(Mention(start, end, kind, " ".join(name)))
            taken.update(range(start, end))
            break
    everything = [*found, *added]
    everything += spelled_by_initials(doc, everything)
    everything += misspelt(doc, everything)
    return [*everything, *_inside(doc, everything), *_boards(doc, everything)]


def _wanted(doc: Doc, found: Sequence[Mention]) -> dict[tuple[str, ...], Kind]:
    """The token sequences to look for: whole names, and the family names of persons."""
    wanted: dict[tuple[str, ...], Kind] = {}
    for mention in found:
        if len(wanted) >= LONGEST:
            break
        tokens = tuple(token.text for token in doc[mention.start : mention.end])
        if mention.kind is not Kind.GROUP and _worth(tokens):
            wanted.setdefault(tokens, mention.kind)
        if mention.kind is Kind.PERSON and len(tokens) > 1:
            apart = person(mention.name)
            family = tokens[0] if apart.family_first else tokens[-1]
            if _worth((family,)) and family.rstrip(".").casefold() not in word_list("suffix"):
                wanted.setdefault((family,), Kind.PERSON)
    return wanted


def _worth(tokens: tuple[str, ...]) -> bool:
    if len(tokens) > 1:
        return any(t[:1].isupper() for t in tokens)
    word = tokens[0]
    return len(word) >= SHORTEST and word[:1].isupper() and word.casefold() not in stop_names()


def _part_of_more(doc: Doc, at: int) -> bool:
    """Whether a capitalised neighbour says that the word belongs to some other name."""
    before = doc[at - 1] if at else None
    after = doc[at + 1] if at + 1 < len(doc) else None
    if after is not None and after.text[:1].isupper() and after.tag_.startswith("NNP"):
        return True
    return (
        before is not None
        and before.text[:1].isupper()
        and before.tag_.startswith("NNP")
        and not before.is_sent_start
        and before.ent_type_ == ""
        and before.text.rstrip(".").casefold() not in title_words()
    )


def _boards(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The body in `Harbor Safety Association Board of Trustees`: its board is another one."""
    inside = []
    for mention in found:
        words = [token.text for token in doc[mention.start : mention.end]]
        at = words.index("Board") if "Board" in words else 0
        if mention.kind is Kind.ORGANIZATION and at > 1 and words[at + 1 : at + 2] == ["of"]:
            name = doc[mention.start : mention.start + at].text
            inside.append(Mention(mention.start, mention.start + at, Kind.ORGANIZATION, name))
    return inside


def _inside(doc: Doc, found: Sequence[Mention]) -> list[Mention]:
    """The person in `Trump administration`, which is an organization and names a man."""
    known = {m.name for m in found if m.kind is Kind.PERSON}
    families = {person(name).folded[-1] for name in known if person(name).folded}
    inside = []
    for mention in found:
        if mention.kind is not Kind.ORGANIZATION or mention.end - mention.start < 2:
            continue
        last = doc[mention.end - 1].lower_
        if last not in word_list("personal_body"):
            continue
        name = doc[mention.start : mention.end - 1].text
        folded = person(name).folded
        personal = last in ("administration", "campaign", "presidency")
        plain_word = folded and (folded[-1] in body_words() or origin_of(folded[-1]) is not None)
        own = len(folded) == 1 and personal and not plain_word
        if folded and (name in known or folded[-1] in families or own):
            inside.append(Mention(mention.start, mention.end - 1, Kind.PERSON, name))
    return inside
