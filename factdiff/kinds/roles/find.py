"""Find the roles that an article gives to the persons it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent, claims_of, make_claim
from factdiff.kinds.context import text_of
from factdiff.kinds.roles.beside import Found, roles_beside
from factdiff.kinds.roles.nouns import ACRONYM
from factdiff.kinds.roles.statements import stated_roles
from factdiff.kinds.roles.value import PRESENT, RoleValue, known, parse
from factdiff.kinds.speech import Names
from factdiff.kinds.speech.cues import cue_classes
from factdiff.model import Claim, Kind

NEAR = 12  # words on either side of a role that tell whether its sentence was copied
MARKS = frozenset({'"', "“", "”", "``", "''", "«", "»"})


@Language.factory("factdiff_roles")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy passes it)
    """The component that adds roles; needs sentences, tags, trees and the claims of names."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield a claim for each role of each named person, its subject the person's full name."""
    names = Names(doc, [claim for claim in claims_of(doc) if not _is_no_person(claim)])
    found = [role for name in names.all if name.is_person for role in roles_beside(name, names)]
    found += stated_roles(doc, names)
    for role in _longest(found):
        yield make_claim(doc, role.span, Kind.ROLE, _value(role, names), subject=role.person)


def _is_no_person(claim: Claim) -> bool:
    """``Dean`` in ``Associate Dean for Health`` and ``FBI``, taken for names of persons."""
    name = str(claim.value)
    if claim.kind is not Kind.PERSON or " " in name:
        return False
    return known(name.casefold()) is not None or (name.isupper() and len(name) <= ACRONYM)


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of roles of one person that overlap in the text, the longest."""
    kept: dict[str, Found] = {}
    done: list[Found] = []
    for role in sorted(found, key=lambda r: (r.span.start, -r.span.end, r.person)):
        last = kept.get(role.person)
        if last is not None and last.span.overlaps(role.span):
            continue
        kept[role.person] = role
        done.append(role)
    return done


def _value(role: Found, names: Names) -> RoleValue:
    doc = names.doc
    words = role.words or text_of(doc)[role.span.start : role.span.end]
    tokens = doc.char_span(role.span.start, role.span.end, alignment_mode="expand")
    inside = names.between(tokens.start, tokens.end) if tokens is not None else []
    places = tuple(str(n.claim.text) for n in inside if n.claim.kind is Kind.PLACE)
    bodies = [str(n.claim.value) for n in inside if n.claim.kind is Kind.ORGANIZATION]
    persons = [str(n.claim.value) for n in inside if n.is_person]
    value = parse(words, places=places)
    tense = role.tense if role.tense and value.tense == PRESENT else value.tense
    return replace(
        value,
        organization=bodies[0] if bodies else None,
        tied_to=persons[0] if persons else None,
        tense=tense,
        around=tuple(dict.fromkeys(_around(role, names))),
    )


def _around(role: Found, names: Names) -> Iterator[str]:
    """The words that a copy of the sentence would share, up to the next quotation mark."""
    doc = names.doc
    tokens = doc.char_span(role.span.start, role.span.end, alignment_mode="expand")
    if tokens is None:
        return
    for step, start in ((-1, tokens.start - 1), (1, tokens.end)):
        for i in range(start, start + step * NEAR, step):
            if not 0 <= i < len(doc) or doc[i].text in MARKS or "\n" in doc[i].text:
                break
            name = names.at(i)
            told = name is not None and str(name.claim.value) == role.person
            if doc[i].is_alpha and not (told or doc[i].is_stop or doc[i].lower_ in cue_classes()):
                yield doc[i].lower_
