"""Markdown and HTML: article text stays text, in a parser and in a browser."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from factdiff.model import Kind, Report, Verdict
from factdiff.report import html, markdown
from factdiff.report.view import View
from tests.report.made import Maker, ferry, hostile, source

EVERYTHING = View(show=frozenset(Verdict))
TAGS = {"h2", "h3", "p", "strong", "sub", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}
OWN_HTML = {"<b>", "</b>", "<ins>", "</ins>", "<sub>", "</sub>", "<!-- -->"}


@pytest.mark.parametrize("make", [ferry, hostile])
def test_markdown_has_no_markup_but_its_own(make: Callable[[], Report]) -> None:
    text = markdown.render(make(), EVERYTHING)
    parser = MarkdownIt("gfm-like", {"linkify": False, "html": True})
    for token in parser.parse(text):
        assert token.tag in TAGS | {""}
        if token.type == "html_block":
            assert token.content.startswith(("<details>", "</details>"))
        for child in token.children or ():
            assert child.type in ("text", "html_inline", "strong_open", "strong_close", "softbreak")
            if child.type == "html_inline":
                assert child.content in OWN_HTML


def test_markdown_mentions_and_links_nobody() -> None:
    shown = markdown.quoted("ask @editor, see #12, !7 https://example.org www.example.org a@b")
    for trap in ("@editor", "#12", "!7", "https://", "www.example", "@b"):
        assert trap not in shown


def test_markdown_fits_a_comment() -> None:
    make = Maker(source("a.txt", "9 boats. " * 9), source("b.txt", "7 boats."))
    nine = make.claim("A", Kind.COUNT, "9 boats")
    seven = make.claim("B", Kind.COUNT, "7 boats")
    for number in range(500):
        make.finding(Verdict.CONFLICT, f"boats {number}", "Nine is not seven.", [nine], [seven])
    text = markdown.render(make.report(), View())
    assert len(text) < 60_000
    assert "… and 440 more." in text


class Page(HTMLParser):
    """The tags, links and ids of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        known = dict(attrs)
        self.attributes |= set(known)
        if "id" in known:
            self.ids.append(known["id"] or "")
        if "href" in known:
            self.links.append(known["href"] or "")
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("make", [ferry, hostile])
def test_page_is_whole_and_holds_nothing_foreign(make: Callable[[], Report]) -> None:
    page = Page(html.render(make(), EVERYTHING))
    assert page.open == []
    assert not {"script", "img", "iframe", "link", "object", "svg"} & set(page.tags)
    assert not {name for name in page.attributes if name.startswith("on") or name == "style"}
    assert len(page.ids) == len(set(page.ids))
    assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
    claims = {name for name in page.ids if name.startswith("claim-")}
    assert claims == {f"claim-{claim.id}" for claim in make().claims}


def test_page_is_found_by_ear_and_keyboard() -> None:
    text = html.render(ferry(), View())
    page = Page(text)
    assert '<html lang="en">' in text
    assert text.count("<h1>") == 1
    assert text.count("<fieldset>") == text.count("<legend>")
    assert text.count('type="checkbox"') == text.count("<label>")
    assert "#texts" in page.links


def test_overlapping_claims_are_all_marked() -> None:
    make = Maker(source("a.txt", 'Ann said "nine boats\nsank on Tuesday".'), source("b.txt", "x"))
    make.claim("A", Kind.QUOTE, "nine boats\nsank on Tuesday")
    make.claim("A", Kind.COUNT, "nine boats")
    make.claim("A", Kind.DATE, "Tuesday")
    page = Page(html.render(make.report(), View()))
    assert {"claim-A1", "claim-A2", "claim-A3"} <= set(page.ids)


BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
@pytest.mark.parametrize("make", [ferry, hostile])
def test_page_in_a_real_browser(make: Callable[[], Report], tmp_path: Path) -> None:
    """The style sheet is obeyed, hidden findings are hidden, nothing runs, nothing overflows."""
    page = tmp_path / "page.html"
    probe = (
        "<script>addEventListener('load', () => { const seen = [...document.querySelectorAll("
        "'.finding')].map(f => getComputedStyle(f).display); const first = document.querySelector("
        "'#show-conflict'); first.checked = false; const after = [...document.querySelectorAll("
        "'.finding.conflict')].map(f => getComputedStyle(f).display); document.title = "
        "JSON.stringify({seen, after, scripts: document.scripts.length, wide: "
        "document.documentElement.scrollWidth > innerWidth}); });</script>"
    )
    text = html.render(make(), View())
    page.write_text(
        text.replace(f' content="{html.POLICY}"', "").replace("</head>", probe + "</head>")
    )
    done = subprocess.run(
        [BROWSER, *FLAGS, f"--user-data-dir={tmp_path}/profile", "--window-size=380,800",
         "--virtual-time-budget=2000", "--dump-dom", page.as_uri()],
        capture_output=True, text=True, timeout=60, check=True,
    )  # fmt: skip
    seen = json.loads(done.stdout.split("<title>")[1].split("</title>")[0])
    hidden = [f.verdict in (Verdict.AGREE, Verdict.SINGLE) for f in make().findings]
    assert [display == "none" for display in seen["seen"]] == hidden
    assert set(seen["after"]) == {"none"}
    assert seen["scripts"] == 1
    assert not seen["wide"]
