"""An http(s) address to bytes: the only place where factdiff touches the network."""

from __future__ import annotations

from factdiff import __version__
from factdiff.errors import InputError

SCHEMES = ("http://", "https://")
_SECONDS = 30
_MOST = 20_000_000  # bytes: no article's page is larger


def is_address(given: str) -> bool:
    """Whether a source is an address and not a path."""
    return given.lower().startswith(SCHEMES)


def fetch(address: str) -> tuple[bytes, bool]:
    """The bytes at an address and whether the server calls them HTML.

    Redirects are followed. Raises ``InputError`` when the server cannot be reached within
    30 seconds, answers with an error, or sends more than 20 MB.
    """
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    request = Request(address, headers={"User-Agent": f"factdiff/{__version__}"})  # noqa: S310
    try:
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - http(s) alone gets here
            data: bytes = answer.read(_MOST + 1)
            kind = answer.headers.get_content_type()
    except HTTPError as error:
        raise InputError(f"{address}: the server answers {error.code}; check the address") from None
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = str(getattr(error, "reason", None) or error).replace("\n", " ")
        raise InputError(f"{address} cannot be fetched: {reason}; save the page first") from None
    if len(data) > _MOST:
        raise InputError(f"{address} sends more than 20 MB; save the article's text first")
    return data, kind in ("text/html", "application/xhtml+xml")
