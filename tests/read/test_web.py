"""Articles at an address, served by a server of this test."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from factdiff import InputError, read_source

PAGES = {
    "/harbor.txt": ("text/plain", "Harbor to close\r\nThe council voted to close the harbor."),
    "/harbor": (
        "text/html; charset=utf-8",
        "<html><head><meta property='og:site_name' content='Radio Nord'></head><body><article>"
        "<p>The council of Port Ellery voted on Tuesday to close the inner harbor for two years."
        "</p><p>Kari Holm, who keeps two boats in the basin, left the room before the vote.</p>"
        "</article></body></html>",
    ),
}


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        kind, text = PAGES.get(self.path, ("", ""))
        self.send_response(200 if text else 404)
        self.send_header("Content-Type", kind or "text/plain")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def site():
    with HTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_text(site):
    source = read_source(f"{site}/harbor.txt")
    assert source.text == "Harbor to close\nThe council voted to close the harbor."
    assert (source.name, source.path) == ("127.0.0.1", f"{site}/harbor.txt")


def test_a_page_is_known_by_what_the_server_calls_it(site):
    pytest.importorskip("trafilatura")
    source = read_source(f"{site}/harbor")
    assert source.name == "Radio Nord"
    assert source.text.startswith("The council of Port Ellery")


def test_a_page_that_is_not_there(site):
    with pytest.raises(InputError, match="the server answers 404; check the address"):
        read_source(f"{site}/none")


def test_a_server_that_is_not_there(site):
    for address in ("http://127.0.0.1:1/a", "http://", "https://a b/"):
        with pytest.raises(InputError, match=r"cannot be fetched: .*; save the page first"):
            read_source(address)
