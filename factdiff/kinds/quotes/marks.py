"""Which stretches of a text stand in double quotation marks, whatever became of the marks.

Copies of news text lose marks, turn them round and put spaces on their wrong side
(``We saw it, "he said``). So no mark is believed by itself: over the marks and line ends of a
text the cheapest reading is found (two states, outside and inside, and a nested one; Viterbi's
method, linear in the number of marks). The costs below say how odd each reading is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factdiff.model import Span

# costs: 0 is plain usage, 1 a habit of some outlets, 3 and more a mistake
AGAINST_SHAPE = 3.0  # a mark read against the side on which its space is
AGAINST_FACE = 3.0  # a curly mark read against the way it faces
ALONE = 1.5  # an opening mark with space, or none, on both sides
STRAY = 1.0  # that such a mark is none
WRONG_SPACE = 1.5  # a curly mark that faces right and has its space on the wrong side
MISTYPED = 1.0  # the same where its space is on the wrong side too: ``”We stay`` as an opening
AFTER_COMMA = 0.4  # `in tents, "he said`: a closing mark with its space on the wrong side
AT_LINE_START = 8.0  # a mark before the first word of a line closes nothing
AT_LINE_END = 6.0  # a mark after the last word of a line opens nothing
IGNORED = 3.0  # a mark that is none
INCHES = 0.2  # ``a 19" screen``
NESTED = 1.5  # a second opening mark inside
ABORTED = 2.5  # a quotation that nobody closed ends with its paragraph
TOO_LATE = 2.0  # to open anew where the paragraph before did not
REOPENED = 0.3  # each further paragraph of a long quotation opens anew
WRAPPED = 0.1  # a line that ends in mid-sentence
NEXT_LINE = 1.0  # one sentence to a line, and the quotation goes on
NEXT_PARAGRAPH = 6.0  # an empty line between, and no mark opened anew

OUTSIDE, INSIDE, DEEP = range(3)
NEVER = float("inf")
INDENT = 20  # white space before the first word of a line: more is looked at by nobody
SENTENCE_END = frozenset(".!?:;,\"'”’»)]…")
Step = tuple[float, int, str]  # cost, state before, what the mark was taken for


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between marks: ``span`` is what stands inside them, edges trimmed.

    ``closed`` is false where no mark ends it; ``goes_on`` where the next paragraph opens anew.
    """

    span: Span
    outer: Span
    closed: bool = True
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class _Event:
    start: int
    end: int
    open_cost: float
    close_cost: float
    ignore_cost: float
    line_cost: float = NEVER  # of staying inside over this line end; NEVER marks a quotation mark
    reopen_cost: float = NEVER

    @property
    def is_line_end(self) -> bool:
        return self.line_cost != NEVER


@cache
def _facing() -> dict[str, str]:
    table = files(__package__).joinpath("marks.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("# "))
    return {row[0]: row[1] for row in rows if len(row) > 1}


@cache
def _events_pattern() -> re.Pattern[str]:
    singles = "".join(mark for mark in _facing() if len(mark) == 1)
    return re.compile(rf"``|''(?!')|[{re.escape(singles)}]|\n[^\S\n]*(?:\n\s*)?")


def quoted_stretches(text: str) -> list[Quoted]:
    """What stands in double marks of any kind, in the order of the text; never overlapping."""
    events = list(_events(text))
    return list(_stretches(text, events, _best_reading(events)))


def _events(text: str) -> Iterator[_Event]:
    line_ends = 2  # since the last mark
    for match in _events_pattern().finditer(text):
        if match.group().startswith("\n"):
            line_ends += 1
            yield _line_end(text, match.start(), match.end())
        else:
            late = TOO_LATE if line_ends > 1 else 0.0
            yield _mark(text, match.start(), match.end(), late)
            line_ends = 0


def _line_end(text: str, start: int, end: int) -> _Event:
    following = text[end : end + 2]
    if any(_facing().get(mark) in ("open", "either") for mark in (following[:1], following)):
        cost = REOPENED
    elif text.count("\n", start, end) > 1:
        cost = NEXT_PARAGRAPH
    else:
        ended = start > 0 and text[start - 1] in SENTENCE_END
        cost = NEXT_LINE if ended else WRAPPED
    return _Event(start, end, NEVER, NEVER, 0.0, line_cost=cost)


def _mark(text: str, start: int, end: int, late: float) -> _Event:
    faces = _facing()[text[start:end]]
    before, after = text[start - 1 : start] or "\n", text[end : end + 1] or "\n"
    at_start = _only_space_since_line_end(text[max(0, start - INDENT) : start], start)
    at_end = after == "\n"
    open_cost, close_cost = _shape(text, start, before, after)
    if faces == "open":
        close_cost = MISTYPED if open_cost > close_cost else AGAINST_FACE
        open_cost = min(open_cost, WRONG_SPACE)
    elif faces == "close":
        open_cost = MISTYPED if close_cost > open_cost else AGAINST_FACE
        close_cost = min(close_cost, WRONG_SPACE)
    if at_start and not at_end:
        close_cost += AT_LINE_START
    if at_end:
        open_cost += AT_LINE_END
    ignore = IGNORED
    if faces == "either":
        stray = before.isspace() and after.isspace() and not (at_start or at_end)
        ignore = INCHES if before.isdigit() else STRAY if stray else IGNORED
    reopen = open_cost + late if at_start else NEVER
    return _Event(start, end, open_cost, close_cost, ignore, reopen_cost=reopen)


def _only_space_since_line_end(before: str, start: int) -> bool:
    indent = before[len(before.rstrip()) :]
    return "\n" in indent or len(indent) == start


def _shape(text: str, start: int, before: str, after: str) -> tuple[float, float]:
    """What a straight mark costs as an opening and as a closing one, by its neighbours."""
    free_left = before.isspace() or before in "([{—–-/‘'"
    free_right = after.isspace() or after in ".,;:!?)]}—–-/’'"
    if free_left and not free_right:
        last = text[max(0, start - 3) : start].rstrip()[-1:]
        stray = last in ",.?!" and after.islower()
        return 0.0, AFTER_COMMA if stray else AGAINST_SHAPE
    if free_right and not free_left:
        return AGAINST_SHAPE, 0.0
    return ALONE, 0.5


def _best_reading(events: list[_Event]) -> list[Step]:
    """For each event the step taken on the cheapest way through all of them."""
    costs = [0.0, NEVER, NEVER]
    table: list[tuple[Step, Step, Step]] = []
    for event in events:
        row = tuple(_cheapest(event, state, costs) for state in (OUTSIDE, INSIDE, DEEP))
        table.append((row[0], row[1], row[2]))
        costs = [step[0] for step in row]
    # what is still open at the end was never closed
    ends = [costs[OUTSIDE], costs[INSIDE] + ABORTED, costs[DEEP] + ABORTED]
    state = ends.index(min(ends))
    steps: list[Step] = []
    for row_of_steps in reversed(table):
        step = row_of_steps[state]
        steps.append(step)
        state = step[1]
    steps.reverse()
    return steps


def _cheapest(event: _Event, state: int, costs: list[float]) -> Step:
    options = _line_options if event.is_line_end else _mark_options
    return min(
        ((costs[old] + cost, old, how) for cost, old, how in options(event, state)),
        key=lambda step: step[0],
    )


def _line_options(event: _Event, state: int) -> list[Step]:
    if state == OUTSIDE:
        return [(0.0, OUTSIDE, ""), (ABORTED, INSIDE, "abort"), (ABORTED, DEEP, "abort")]
    return [(event.line_cost, state, "")]


def _mark_options(event: _Event, state: int) -> list[Step]:
    stay = (event.ignore_cost, state, "")
    if state == OUTSIDE:
        return [(event.close_cost, INSIDE, "close"), stay]
    if state == INSIDE:
        return [
            (event.open_cost, OUTSIDE, "open"),
            (event.reopen_cost, INSIDE, "reopen"),
            (event.close_cost, DEEP, "inner"),
            stay,
        ]
    return [(event.open_cost + NESTED, INSIDE, "inner"), stay]


def _stretches(text: str, events: list[_Event], steps: list[Step]) -> Iterator[Quoted]:
    opened: _Event | None = None
    line_end = 0  # where the paragraph before the present one ended
    for event, (_, _, how) in zip(events, steps, strict=True):
        if how == "open":
            opened = event
        elif opened is not None and how in ("close", "abort"):
            yield from _quoted(text, opened, event, closed=how == "close")
            opened = None
        elif opened is not None and how == "reopen":
            before = _Event(line_end, line_end, 0.0, 0.0, 0.0)
            yield from _quoted(text, opened, before, closed=False, goes_on=True)
            opened = event
        if event.is_line_end:
            line_end = event.start
    if opened is not None:
        last = _Event(len(text), len(text), 0.0, 0.0, 0.0)
        yield from _quoted(text, opened, last, closed=False)


def _quoted(
    text: str, opened: _Event, ended: _Event, *, closed: bool, goes_on: bool = False
) -> Iterator[Quoted]:
    inside = text[opened.end : ended.start]
    start = opened.end + len(inside) - len(inside.lstrip())
    end = opened.end + len(inside.rstrip())
    if start < end:
        outer = Span(opened.start, max(ended.end if closed else end, end))
        yield Quoted(Span(start, end), outer, closed, goes_on)
