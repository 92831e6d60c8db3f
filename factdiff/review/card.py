"""One finding as the reviewer sees it: what is said, the evidence, what was decided before."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from factdiff.model import Finding
from factdiff.report.clean import clean
from factdiff.report.evidence import evidence
from factdiff.report.lines import finding_line
from factdiff.report.lookup import Lookup
from factdiff.report.theme import SIGNS, style
from factdiff.review.desk import Desk, describe


class Card:
    """A rich renderable of the finding on top of the desk."""

    def __init__(self, desk: Desk, lookup: Lookup, finding: Finding) -> None:
        self.desk = desk
        self.lookup = lookup
        self.finding = finding

    def at_width(self, width: int) -> RenderableType:
        """The card laid out for a width in columns."""
        finding = self.finding
        return Group(
            finding_line(finding, width),
            Text(clean(finding.message), style=style("reason")),
            Text(),
            evidence(finding, self.lookup, width),
            Text(),
            *self._positions(),
            *self._before(),
        )

    def _positions(self) -> Iterable[Text]:
        decision = self.desk.session.decisions.get(self.finding.id)
        for number, position in enumerate(self.finding.positions, start=1):
            who = self.lookup.labels(position.sources)
            keys = " ".join((str(number), *self.desk.keys_of(position)))
            yield Text(f" {keys:<3}  {clean(position.display)}  ({who})")
        yield Text(f" =    {clean(describe(decision))}", style=style("subject"))

    def _before(self) -> Iterable[Text]:
        for other, decision in self.desk.session.related(self.finding):
            line = f" earlier on the same subject ({other.kind}): {describe(decision)}"
            yield Text(clean(line), style=style("note"))


def list_line(finding: Finding, desk: Desk) -> str:
    """A finding in the list: whether it is decided, its sign, kind and subject."""
    decision = desk.session.decisions.get(finding.id)
    done = decision is not None and decision.choice is not None
    return (
        f"{'✓' if done else ' '} {SIGNS[finding.verdict]} {finding.kind}: {clean(finding.subject)}"
    )


def key_line(desk: Desk) -> str:
    """The keys that work now: ``[1,2,a,b,k,x,X,?,n,u,s,j,J,/,f,o,h,q]``."""
    digits = [digit for digit, _ in desk.live_positions()]
    return f"[{','.join([*digits, *(key.key for key in desk.live_keys())])}]"


def help_text(desk: Desk) -> str:
    """One line a key, only those that work now."""
    digits = [f"  {digit}  right: {clean(display)}" for digit, display in desk.live_positions()]
    return "\n".join([*digits, *(f"  {key.key}  {key.help}" for key in desk.live_keys())])
