"""HTML: trafilatura finds the article in the page; offsets count its text, not the markup."""

from __future__ import annotations

from factdiff.errors import InputError
from factdiff.read.article import Article
from factdiff.read.html_comments import marked
from factdiff.read.published import stated_date


def read(markup: str, where: str) -> Article:
    """The main text of a page with its title, date and site name as the page tells them.

    Needs the ``html`` extra. Raises ``InputError`` when it is not installed and when the page
    holds no article.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise InputError(
            f"{where} is HTML: run `pip install 'factdiff[html]'` to read it, or save its text"
        ) from None
    page = marked(markup)
    found = bare_extraction(page.markup, with_metadata=True, include_comments=False)
    values = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = str(values.get("text") or "").strip()
    if not page.without(text).strip():
        raise InputError(f"{where} holds no article that can be found; save its text as .txt")
    title = page.without(values.get("title") or "") or None
    if title and not page.without(text).startswith(title):
        text = f"{title}\n\n{text}"  # a headline is checked like any other sentence
    text, comments, lost = page.put_back(text)
    date = values.get("date")
    return Article(
        text,
        title=title,
        published=stated_date(date) if date else None,
        publisher=values.get("sitename") or None,
        skipped=comments,
        notes=lost,
    )
