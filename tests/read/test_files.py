"""From bytes on disk or on standard input to a source, and every way that goes wrong."""

from __future__ import annotations

import hashlib
import io
import os
import sys

import pytest

from factdiff import InputError, read_source
from tests.read.rows import rows

ARTICLE = "Harbor to close\nThe council voted to close the harbor.\n"


def test_a_file_is_named_after_itself(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(ARTICLE.encode())
    source = read_source(path)
    assert (source.name, source.path, source.text) == ("ferry.txt", str(path), ARTICLE)
    assert source.sha256 == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert read_source(str(path), name="ap").name == "ap"


@pytest.mark.parametrize(("encoding", "text"), rows("encodings.tsv"))
def test_encodings(tmp_path, encoding, text):
    path = tmp_path / "ferry.txt"
    path.write_bytes(f"{text}\r\nThe end of it.".encode(encoding))
    source = read_source(path)
    assert source.text == f"{text}\nThe end of it."
    assert bool(source.notes) == (not encoding.startswith("utf-8"))


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(ARTICLE.encode())))
    source = read_source("-")
    assert (source.name, source.path, source.text) == ("stdin", None, ARTICLE)


def test_standard_input_of_a_notebook_has_no_bytes(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(ARTICLE))
    assert read_source("-").text == ARTICLE


def test_front_matter_on_standard_input_is_markdown(monkeypatch):
    data = f"---\npublisher: Radio Nord\npublished: 2019-05-03\n---\n{ARTICLE}".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    source = read_source("-")
    assert (source.name, source.published) == ("Radio Nord", "2019-05-03")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "ferry.txt is empty; give a file with the text of an article"),
        (b" \r\n\t\n", "ferry.txt holds nothing but white space; give the text of an article"),
        (b"\xef\xbb\xbf", "ferry.txt holds nothing but white space; give the text of an article"),
        (b"%PDF-1.7\n1 0 obj", "ferry.txt is a PDF, not text; save its text as .txt or .md first"),
        (b"PK\x03\x04word", "ferry.txt is a zip archive or an office document, not text; save"),
        (b"a\x00b", "ferry.txt is binary, not text; give a text, Markdown or HTML file"),
        (bytes(range(256)) * 4, "ferry.txt is binary, not text"),
        (b"\xff\xfea", "ferry.txt begins like utf-16 text but is not; save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(tmp_path, monkeypatch, data, message):
    (tmp_path / "ferry.txt").write_bytes(data)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError) as caught:
        read_source("ferry.txt")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_missing_file_a_directory_and_an_odd_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for path, message in {
        "ferry.txt": "ferry.txt: no such file; check the path",
        "news": "news is a directory; name the files in it",
        "\x1b[31m.txt": r"'\x1b[31m.txt': no such file; check the path",
        "a\x00b": r"'a\x00b' cannot be read",
        "a" * 300: "cannot be read: File name too long",
    }.items():
        with pytest.raises(InputError) as caught:
            read_source(path)
        assert message in str(caught.value)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_an_unreadable_file(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text(ARTICLE)
    path.chmod(0)
    with pytest.raises(InputError, match="permission denied; make the file readable"):
        read_source(path)


PAGE = """<!DOCTYPE html><html><head><title>Harbor to close</title>
<meta property="og:site_name" content="Radio Nord">
<meta property="article:published_time" content="2019-05-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbor to close for two years</h1>
<p>The council of Port Ellery voted on Tuesday to close the inner harbor for two years, and asked
the owners of 40 boats to leave their berths before the first of June.</p>
<p>"We heard of it from the radio," said Kari Holm, who keeps two boats in the basin.</p>
</article><footer>Contact us</footer></body></html>"""


def test_a_web_page(tmp_path):
    pytest.importorskip("trafilatura")
    path = tmp_path / "harbor.html"
    path.write_text(PAGE, encoding="utf-8")
    source = read_source(path)
    assert (source.name, source.published) == ("Radio Nord", "2019-05-03")
    assert "the owners of 40 boats" in source.text
    assert "<p>" not in source.text


def test_a_web_page_without_the_extra_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "harbor.html"
    path.write_text(PAGE, encoding="utf-8")
    with pytest.raises(InputError, match=r"pip install 'factdiff\[html\]'"):
        read_source(path)
