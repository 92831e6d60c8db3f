"""Whether a date lies behind the day of writing or ahead of it, from the tense of its clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from factdiff.kinds.dates.dependents import dependents
from factdiff.kinds.dates.wording import stem
from factdiff.kinds.dates.words import numbers
from factdiff.kinds.syntax import SUBJECTS, ancestors, is_negated, is_verb

PAST, FUTURE = -1, 1
BEFORE = 8  # words before the date that are read where the tree tells nothing
AFTER = 4  # and after it: ``This Monday we will march``
_BEFORE_VERB = ("compound", "nsubj", "amod")
SENTENCE = 60  # words of a sentence that are looked at


def direction(date: DocSpan, *, parsed: bool) -> int:
    """-1 for the past, also where nothing tells; 1 where the clause speaks of what will come.

    ``will meet on Thursday``, ``a vigil planned for Sunday``, ``is expected in court Monday``.
    """
    if date.start and date.doc[date.start - 1].lower_ == "since":
        return PAST
    if not parsed:
        return _from_words(date)
    verb = next(_verbs(date.root), None)
    if (
        verb is not None
        and verb.dep_ == "xcomp"
        and verb.tag_ in ("VBN", "VBD")
        and is_verb(verb.head)
    ):
        verb = verb.head  # schools stay closed until Thursday
    told = _tense(verb, date) if verb is not None else _agenda(date.root)
    if told != FUTURE and (_until(date, verb) or _set_for(date, verb)):
        return FUTURE
    if not told and date[0].lower_ == "this":
        return FUTURE  # this Thursday; what is over is "this past Thursday"
    return told or _from_words(date)


def _set_for(date: DocSpan, verb: Token | None) -> bool:
    """``The judge set sentencing for May 4``; not where it is the time of something over."""
    before = date.doc[date.start - 1].lower_ if date.start else ""
    return before == "for" and verb is not None and _aims(verb)


def _verbs(token: Token) -> Iterator[Token]:
    return (t for t in (token, *ancestors(token)) if is_verb(t) or _has_copula(t) or _is_plan(t))


def _has_copula(token: Token) -> bool:
    return any(child.dep_ == "cop" for child in dependents(token))


def _is_plan(token: Token) -> bool:
    """``scheduled``, ``due``; ``planned`` where it is no past tense of its own."""
    return token.tag_ != "VBD" and stem(token.lower_) in _stems("plan")


def _aims(token: Token) -> bool:
    """Whether the infinitive below is still to come: ``expected to``, ``set to``, ``hopes to``."""
    return stem(token.lower_) in _stems("plan") | _stems("planto")


def _has_day(date: DocSpan) -> bool:
    """``ordered to report by May 3`` is ahead; ``ordered to leave on Friday`` may be over."""
    return any(token.is_digit for token in date)


@cache
def _stems(kind: str) -> frozenset[str]:
    return frozenset(stem(word) for word in numbers("cues", kind))


def _is_state(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.tag_ in ("VBN", "VBD") and is_verb(verb.head)


def _until(date: DocSpan, verb: Token | None) -> bool:
    """``By Friday, he said, there would be tents``: a term in a sentence of what will be.

    What was put off until a day has not come yet: ``the talks were adjourned until Friday``.
    """
    if date.start == 0 or date.doc[date.start - 1].lower_ not in ("by", "until", "till"):
        return False
    if verb is not None and {stem(verb.lower_), stem(verb.lemma_)} & _stems("putoff"):
        return True
    return any(_is_cue(token) for token in date.sent[:SENTENCE])


def _tense(verb: Token, date: DocSpan) -> int:
    """-1 or 1, or 0 where this verb leaves it to the one above (an infinitive, a participle)."""
    helpers = [c for c in dependents(verb) if c.dep_ in ("aux", "aux:pass", "auxpass", "cop")]
    words = {t.lower_ for t in helpers}
    still_to_come = words & set(numbers("cues", "modal")) and "have" not in words
    if "could" in words and is_negated(verb):
        still_to_come = False  # he could not be reached on Thursday
    if still_to_come or words & set(numbers("cues", "future")):
        return FUTURE
    if _is_plan(verb):
        return PAST if words & {"has", "have", "had"} else FUTURE
    if "to" in words or any(c.lower_ == "to" and c.i < verb.i for c in dependents(verb)):
        still = words & {"is", "are", "be"}  # is to begin, a report to be released
        above = list(islice(ancestors(verb), 2))
        bidden = _has_day(date) and any(stem(t.lower_) in _stems("bid") for t in above)
        return FUTURE if still or bidden or any(_aims(t) for t in above) else 0
    tags = {t.tag_ for t in (verb, *helpers)}
    if "VBD" in tags or words & {"has", "have", "had"}:
        return PAST
    if tags & {"VBZ", "VBP"}:
        return _present(verb, date)
    # the tests, begun in January, will end
    return PAST if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and not helpers else 0


def _present(verb: Token, date: DocSpan) -> int:
    """``The fair opens Friday`` is to come; ``he says``, ``Judge frees man Friday`` are not."""
    if stem(verb.lower_) in _spoken() or verb.i > date.start:
        return PAST
    between = verb.doc[max(verb.i, date.start - SENTENCE) + 1 : date.start]
    if any(token.tag_ == "VBD" and not _is_state(token) for token in between):
        return PAST  # a radio station reports the shooting took place on Thursday
    above = verb.doc[max(verb.head.i, verb.i - SENTENCE) + 1 : verb.i]
    if verb.head.tag_ in ("VBZ", "VBP", "VB") and any(t.lower_ in _when() for t in above):
        return FUTURE  # he faces prison when a judge sentences him on Friday
    subject = any(child.dep_ in SUBJECTS for child in dependents(verb))
    last = next((t for t in reversed(list(verb.sent[-3:])) if not t.is_space), verb)
    announced = last.is_punct or stem(verb.lower_) in _stems("agenda")
    return FUTURE if subject and announced else PAST


def _agenda(date: Token) -> int:
    """``The council votes Thursday``, ``Polls open Sunday``: a verb taken for a noun; 1 or 0.

    Only where it governs a sentence without a verb, has what may be its subject before it and
    the date behind it.
    """
    for token in islice(ancestors(date), 3):
        if token.dep_ not in ("ROOT", "root"):
            continue
        subjects = [c for c in dependents(token) if c.dep_ in _BEFORE_VERB and c.i < token.i]
        fits = token.tag_ in ("NNS", "JJ") and token.i < date.i and bool(subjects)
        return FUTURE if fits and stem(token.lower_) in _stems("agenda") else 0
    return 0


@cache
def _when() -> frozenset[str]:
    return frozenset(numbers("cues", "when"))


@cache
def _spoken() -> frozenset[str]:
    return frozenset(stem(word) for word in numbers("reporting", "verb"))


def _from_words(date: DocSpan) -> int:
    before = date.doc[max(0, date.start - BEFORE) : date.start]
    for token in reversed(list(before)):
        if token.text in (".", ";", "\n"):
            break
        if _is_cue(token):
            return FUTURE
        if token.is_sent_start:
            break
    after = date.doc[date.end : date.end + AFTER]
    ahead = next((t for t in after if t.text in (".", ";", "\n") or _is_cue(t)), None)
    return FUTURE if ahead is not None and _is_cue(ahead) else PAST


def _is_cue(token: Token) -> bool:
    low = token.lower_
    return low in numbers("cues", "future") or low in ("scheduled", "planned", "expected", "due")
