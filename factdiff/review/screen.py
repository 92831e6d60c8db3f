"""The review as a full-screen terminal program, made with Textual.

The screen only shows the desk and passes keys to it: every decision is on disk before the next
finding is drawn. Wide terminals show the list of findings beside the finding itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, OptionList, Static

from factdiff.errors import FactdiffError
from factdiff.model import Finding
from factdiff.report.clean import clean
from factdiff.report.lookup import Lookup
from factdiff.report.theme import THEME
from factdiff.review.card import Card, help_text, list_line
from factdiff.review.desk import NEEDS_WORDS, Desk
from factdiff.review.keys import Action

LIST_FROM = 110  # columns from which the list of findings stands beside the finding
LIST_WIDTH = 42


class ReviewScreen(App[None]):
    """The program. ``edit`` opens a finding's source in an editor and returns when it is closed."""

    CSS_PATH: ClassVar[str] = "screen.tcss"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    AUTO_FOCUS: ClassVar[str | None] = None  # keys go to the desk, not to the line of words
    BINDINGS: ClassVar = [("ctrl+c", "quit", "quit")]

    def __init__(self, desk: Desk, edit: Callable[[Finding], None]) -> None:
        super().__init__()
        self.desk = desk
        self.edit = edit
        self.lookup = Lookup(desk.session.report)
        self.asked: Action | None = None
        self.said = ""
        self.helping = False
        self.listed: list[str] = []

    def compose(self) -> ComposeResult:
        """Progress on top, then the list and the finding, then what was said, the keys, a line."""
        yield Static(id="progress")
        with Horizontal(id="desk"):
            findings = OptionList(id="findings")
            findings.can_focus = False
            yield findings
            with VerticalScroll(id="reading", can_focus=False):
                yield Static(id="card")
        yield Static(id="said")
        yield Static(id="keys")
        words = Input(id="words")
        words.display = False
        yield words

    def on_mount(self) -> None:
        """Teach the console our styles, and show the first finding."""
        self.console.push_theme(THEME)
        self.show()

    def on_resize(self, _: events.Resize) -> None:
        """Lay everything out again for the new size."""
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """Draw what the desk says."""
        self.query_one("#progress", Static).update(Text(f" {self.desk.session.progress()}"))
        self.query_one("#said", Static).update(Text(f" {clean(self.said)}"))
        self._show_keys()
        self._show_list()
        self._show_card()

    def _show_card(self) -> None:
        card = self.query_one("#card", Static)
        finding = self.desk.finding
        if self.helping:
            card.update(Text(help_text(self.desk)))
        elif finding is None:
            card.update(Text("no finding is shown; change the filter or the search"))
        else:
            aside = LIST_WIDTH if self._is_wide() else 0
            width = max(40, self.size.width - aside - 4)
            card.update(Card(self.desk, self.lookup, finding).at_width(width))

    def _is_wide(self) -> bool:
        return self.size.width >= LIST_FROM

    def _show_list(self) -> None:
        findings = self.query_one("#findings", OptionList)
        findings.display = self._is_wide()
        if not findings.display:
            return
        lines = [list_line(finding, self.desk) for finding in self.desk.findings]
        if len(lines) != len(self.listed):
            findings.clear_options()
            findings.add_options([Text(line) for line in lines])
        else:
            for at, (old, new) in enumerate(zip(self.listed, lines, strict=True)):
                if old != new:
                    findings.replace_option_prompt_at_index(at, Text(new))
        self.listed = lines
        if lines:
            findings.highlighted = min(self.desk.at, len(lines) - 1)

    def _show_keys(self) -> None:
        digits = [(digit, "") for digit, _ in self.desk.live_positions()]
        line = Text()
        for key, word in [*digits, *((key.key, key.short) for key in self.desk.live_keys())]:
            press = Style(meta={"@click": f"app.press({key!r})"})
            line.append(f" {key} ", style=Style(reverse=True) + press)
            line.append(f" {word} " if word else " ", style=press)
        self.query_one("#keys", Static).update(line)

    async def on_key(self, event: events.Key) -> None:
        """Do what the key means; keys typed into the line of words are left alone."""
        if self.query_one("#words", Input).display:
            if event.key == "escape":
                self._close_words()
            return
        moves = {"down": Action.NEXT, "up": Action.PREVIOUS}
        if event.key in moves:
            event.stop()
            self.do(moves[event.key])
        elif event.character:
            event.stop()
            self.action_press(event.character)

    def action_press(self, key: str) -> None:
        """A key was pressed, or clicked in the key line."""
        action = self.desk.action_of(key)
        if action is Action.QUIT:
            self.exit()
        elif action is Action.HELP:
            self.helping = not self.helping
            self.show()
        elif action in NEEDS_WORDS and isinstance(action, Action):
            self._ask(action)
        elif action is not None:
            self.do(action)

    def do(self, action: Action | int, words: str = "") -> None:
        """Let the desk do it, and show what came of it."""
        self.helping = False
        try:
            if action is Action.OPEN:
                self._open()
            else:
                self.said = self.desk.do(action, words)
        except FactdiffError as error:
            self.said = str(error)
        self.show()

    def _open(self) -> None:
        finding = self.desk.finding
        if finding is not None:
            with self.suspend():
                self.edit(finding)

    def _ask(self, action: Action) -> None:
        self.asked = action
        words = self.query_one("#words", Input)
        words.placeholder = next(key.help for key in self.desk.keys if key.action is action)
        words.value = ""
        words.display = True
        words.focus()

    def _close_words(self) -> None:
        words = self.query_one("#words", Input)
        words.display = False
        self.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """The words that an action asked for are there."""
        self._close_words()
        if self.asked is not None:
            self.do(self.asked, event.value)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A finding was clicked in the list."""
        self.desk.at = event.option_index
        self.helping = False
        self.show()
