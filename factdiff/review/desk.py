"""The reviewer's desk: which finding lies on top, and what each key does to it.

The screen and the plain mode both work through this; neither decides anything itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from factdiff.errors import UsageError
from factdiff.model import Finding, Kind, Position, Verdict
from factdiff.review.decisions import Choice, Decision
from factdiff.review.keys import Action, Key
from factdiff.review.session import Filter, Session

NEEDS_WORDS = frozenset({Action.NOTE, Action.SEARCH, Action.FILTER, Action.REASON})
CHOICES = {
    Action.BOTH: Choice.BOTH,
    Action.FALSE_ALARM: Choice.FALSE_ALARM,
    Action.REASON: Choice.FALSE_ALARM,
    Action.CALL: Choice.CALL,
}
DESCRIPTIONS = {
    Choice.BOTH: "both may stand",
    Choice.FALSE_ALARM: "not an issue",
    Choice.CALL: "needs a call",
}


class Desk:
    """A session, the filter that is on, and the finding on top (None when nothing is shown)."""

    def __init__(self, session: Session, keys: tuple[Key, ...]) -> None:
        self.session = session
        self.keys = keys
        self.only = Filter()
        self.at = 0
        # tomorrow's resume: begin at the first finding that nobody has decided yet
        self._to_next_open(-1)

    @property
    def findings(self) -> list[Finding]:
        """The findings that the filter lets through."""
        return self.session.shown(self.only)

    @property
    def finding(self) -> Finding | None:
        """The finding on top."""
        findings = self.findings
        return findings[min(self.at, len(findings) - 1)] if findings else None

    @property
    def finished(self) -> bool:
        """Whether every finding that is shown has been decided."""
        return self.session.next_open(self.findings, -1) is None

    def live_keys(self) -> Iterator[Key]:
        """The keys that do something now, in the order in which they are listed."""
        finding = self.finding
        for key in self.keys:
            if self._is_live(key.action, finding):
                yield key

    def live_positions(self) -> Iterator[tuple[str, str]]:
        """The digits that decide now, each with the position that it holds to be right."""
        positions = self.finding.positions[:9] if self.finding is not None else ()
        for number, position in enumerate(positions, start=1):
            yield str(number), position.display

    def keys_of(self, position: Position) -> Iterator[str]:
        """The keys for the first and the second source, where it is they who take a position."""
        for key in self.keys:
            if key.action in (Action.FIRST, Action.SECOND):
                source = self._source(key.action)
                if source in position.sources:
                    yield key.key

    def _is_live(self, action: Action, finding: Finding | None) -> bool:
        if action in (Action.HELP, Action.QUIT, Action.FILTER, Action.SEARCH):
            return True
        if action is Action.UNDO:
            return bool(self.session.decisions)
        if finding is None:
            return False
        if action in (Action.FIRST, Action.SECOND):
            source = self._source(action)
            return source is not None and self.session.position_of(finding, source) is not None
        return action is not Action.BOTH or len(finding.positions) > 1

    def _source(self, action: Action) -> str | None:
        sources = self.session.report.sources
        at = 0 if action is Action.FIRST else 1
        return sources[at].id if at < len(sources) else None

    def action_of(self, pressed: str) -> Action | int | None:
        """What a key means: an action, a position (from 0), or nothing."""
        if len(pressed) == 1 and pressed in "123456789":
            return int(pressed) - 1
        return next((key.action for key in self.keys if key.key == pressed), None)

    def do(self, action: Action | int, words: str = "") -> str:
        """Do it and say what was done. Raises ``UsageError`` when it cannot be done now."""
        if action is Action.UNDO:
            return self._undo()
        if action in (Action.SEARCH, Action.FILTER):
            return self._narrow(action, words)
        finding = self.finding
        if finding is None:
            raise UsageError("no finding is shown; change the filter")
        if action in (Action.NEXT, Action.PREVIOUS, Action.SKIP):
            return self._move(-1 if action is Action.PREVIOUS else 1)
        if action is Action.NOTE:
            self.session.note(finding, words)
            return "note kept"
        self._decide(finding, action, words)
        shown = self.findings
        # a filter for open findings has just lost the one decided: the next has moved up
        self._to_next_open(shown.index(finding) if finding in shown else self.at - 1)
        return describe(self.session.decisions[finding.id])

    def _decide(self, finding: Finding, action: Action | int, words: str) -> None:
        note = words or None
        if isinstance(action, int):
            self.session.decide(finding, Choice.POSITION, action, note)
        elif action in (Action.FIRST, Action.SECOND):
            source = self._source(action)
            at = self.session.position_of(finding, source) if source else None
            if at is None:
                raise UsageError(f"the {action} source says nothing about this")
            self.session.decide(finding, Choice.POSITION, at, note)
        elif action in CHOICES:
            self.session.decide(finding, CHOICES[action], note=note)
        else:
            raise UsageError(f"{action} decides nothing")

    def _undo(self) -> str:
        event = self.session.undo()
        if event is None:
            raise UsageError("nothing to undo")
        ids = [finding.id for finding in self.findings]
        if event.finding in ids:
            self.at = ids.index(event.finding)
        return "undone"

    def _narrow(self, action: Action | int, words: str) -> str:
        if action is Action.SEARCH:
            old = self.only
            self.only = Filter(old.kinds, old.verdicts, old.open_only, words)
        else:
            self.only = parse_filter(words, self.only.words)
        self.at = 0
        count = len(self.findings)
        return f"{count} finding{'' if count == 1 else 's'} shown"

    def _move(self, step: int) -> str:
        self.at = (self.at + step) % max(1, len(self.findings))
        return ""

    def _to_next_open(self, after: int) -> None:
        following = self.session.next_open(self.findings, after)
        if following is not None:
            self.at = following


def parse_filter(words: str, search: str = "") -> Filter:
    """A filter from words such as ``conflict person open``; no words lets everything through.

    Raises ``UsageError`` for a word that is no kind, no verdict and not ``open``.
    """
    kinds: set[Kind] = set()
    verdicts: set[Verdict] = set()
    open_only = False
    for word in words.replace(",", " ").split():
        if word in list(Kind):
            kinds.add(Kind(word))
        elif word in list(Verdict):
            verdicts.add(Verdict(word))
        elif word == "open":
            open_only = True
        elif word != "all":
            raise UsageError(f"cannot filter by {word!r}: give kinds, verdicts, open or all")
    return Filter(frozenset(kinds) or None, frozenset(verdicts) or None, open_only, search)


def describe(decision: Decision | None) -> str:
    """A decision in a few words; ``open`` for none."""
    if decision is None or decision.choice is None:
        said = "open"
    elif decision.choice is Choice.POSITION:
        said = f"right: {decision.position}"
    else:
        said = DESCRIPTIONS[decision.choice]
    return f"{said} (note: {decision.note})" if decision is not None and decision.note else said
