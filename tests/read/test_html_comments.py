"""Comments that speak to factdiff come out of a page with the article."""

from __future__ import annotations

import pytest

from factdiff.read.html import read
from factdiff.read.html_comments import marked

OK = '<!-- factdiff: ok count "why" -->'


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (f"<p>{OK}Nine boats.</p>", "⟦factdiff0⟧Nine boats."),
        (f"{OK}\n<p>\n  Nine boats.</p>", "⟦factdiff0⟧Nine boats."),
        (f"<h1>Fog</h1>{OK}<p><b>Nine</b> boats.</p>", "<b>⟦factdiff0⟧Nine</b>"),
        (f"<p>Nine <b>boats</b>{OK} sank.</p>", "<b>boats</b>⟦factdiff0⟧<!--"),
        (f"<p>Fog.</p>{OK}<p>Nine boats.</p>", "⟦factdiff0⟧Nine boats."),
        (f"{OK}<script>var nine;</script><p>Nine.</p>", "<p>⟦factdiff0⟧Nine.</p>"),
        (f"{OK}{OK}<p>Nine.</p>", "⟦factdiff0⟧⟦factdiff1⟧Nine."),
        (f"<p>⟦factdiff0⟧ boats.</p>{OK}<p>Nine.", "⟦factdiff-0⟧Nine."),
        (f"<p>Nine.</p>{OK}", f"{OK}⟦factdiff0⟧"),
    ],
)
def test_a_comment_marks_the_words_that_it_stands_on_or_above(markup: str, words: str) -> None:
    assert words in marked(markup).markup


def test_pages_without_such_comments_are_left_alone() -> None:
    page = marked("<p>Nine<!-- really --> boats.</p>")
    assert page.markup == "<p>Nine<!-- really --> boats.</p>"
    assert page.put_back("Nine boats.") == ("Nine boats.", (), ())


def test_comments_are_put_back_above_their_line_and_set_aside() -> None:
    page = marked(f"<p>Fog.</p><p>Nine boats{OK} sank.</p>{OK}<nav>Home</nav>")
    text, skipped, notes = page.put_back("Fog.\nNine boats⟦factdiff0⟧ sank.")
    assert text == f"Fog.\n{OK}\nNine boats sank."
    assert [text[stretch.start : stretch.end] for stretch in skipped] == [OK]
    assert notes == (f"no part of the article stands at the comment {OK}",)


def test_an_article_keeps_its_comments() -> None:
    pytest.importorskip("trafilatura")
    body = "".join(f"<p>{word} boats were lost in the fog, the mayor said.</p>" for word in "ABC")
    article = read(f"<html><body><article><h1>{OK}Fog</h1>{OK}{body}</article></body></html>", "x")
    first, second, *_ = article.skipped
    assert article.text[second.start : second.end] == OK
    assert article.text[second.end :].startswith("\nA boats")
    assert article.text[first.start : first.end] == OK
    assert article.title == "Fog"
    assert "⟦" not in article.text


def test_ten_thousand_comments_are_found_in_no_time() -> None:
    page = marked(f"<p>{OK}x</p>\n" * 10_000)
    assert len(page.comments) == 10_000
    _text, skipped, _ = page.put_back(page.markup)
    assert len(skipped) == 10_000
