"""The normal form of a date: EDTF where it is known, else the article's words."""

from __future__ import annotations

from dataclasses import dataclass, field

from factdiff.kinds.dates.edtf import clock_of, days_of
from factdiff.kinds.dates.words import numbers, weekdays


@dataclass(frozen=True, slots=True)
class Event:
    """What happened then: all that matching needs to know of the grammar around a date.

    ``predicate`` is the lemma of the verb, or of the noun that the date belongs to (``Sunday's
    quake``); ``subject`` and ``objects`` are the lemmas of its participants' heads, with the
    capitalized words in an object's name (``Holm`` of ``won the Holm Prize``). ``reporting``
    marks days on which somebody said something (``police said Saturday``). ``position`` is the
    offset of the date in the text; ``told`` is subject and predicate in the article's words;
    ``ahead`` says that the clause speaks of what will be; ``marks`` are the ranks and the counted
    things of the clause (``second``, ``200 people``), which tell like events apart; ``meant`` is
    whom or what a pronoun for the subject may mean, the subject among them;
    ``acted`` is the head of what the event befell (``engineers`` of ``seized two engineers``);
    ``aside`` marks the day of writing in a dateline or a line of the page.
    """

    predicate: str = ""
    noun: bool = False
    subject: str = ""
    objects: tuple[str, ...] = ()
    reporting: bool = False
    preposition: str = ""
    position: int = 0
    told: str = ""
    ahead: bool = False
    marks: tuple[str, ...] = ()
    meant: tuple[str, ...] = ()
    acted: str = ""
    aside: bool = False


@dataclass(frozen=True, slots=True)
class DateValue:
    """A point or stretch of calendar time as an article states it.

    ``form`` is the guide's normal form. ``edtf`` is empty where the day is not known; then
    ``weekday`` (1 is Monday), ``relative`` (``day:-1`` for yesterday) and ``part`` (``morning``)
    say what is. ``clock`` is in minutes after midnight (-1: none said), ``until`` the end
    of a stretch of hours (``9 to 11 a.m.``) likewise, ``offset`` in minutes
    east of UTC (None: not said), ``zone`` a zone's name that alone tells no offset (``ET``).
    ``inferred``: the day was taken from elsewhere in the text (``the next day``, ``at 8 p.m.``).
    """

    form: str
    edtf: str = ""
    weekday: int = 0
    clock: int = -1
    until: int = -1
    offset: int | None = None
    zone: str = ""
    part: str = ""
    relative: str = ""
    about: bool = False
    inferred: bool = False
    event: Event = field(default_factory=Event)

    def __str__(self) -> str:
        return self.form


def parse(text: str) -> DateValue:
    """The value that a normal form stands for; ``str(parse(text))`` is ``text`` without its edges.

    Words that are no EDTF are kept; a weekday and a part of the day among them are understood.
    """
    form = " ".join(text.split())
    about = form.startswith("~")
    days = days_of(form)
    if days is not None:
        clock = clock_of(form) or (-1, None)
        day = form.lstrip("~").split("T")[0] if clock[0] >= 0 else form.lstrip("~")
        weekday = days.single.isoweekday() if days.single else 0
        return DateValue(form, day, weekday, clock[0], offset=clock[1], about=about)
    words = form.lower().replace(",", " ").split()
    named = {n for word in words if (n := weekdays().get(word))}
    parts = [word for word in words if word in numbers("periods", "part")]
    return DateValue(
        form,
        weekday=named.pop() if len(named) == 1 else 0,
        part=parts[0] if len(parts) == 1 else "",
        about=about,
    )
