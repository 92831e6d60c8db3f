"""Bytes to text: UTF-8 first, then what charset-normalizer says; binary files are refused."""

from __future__ import annotations

import codecs

from factdiff.errors import InputError

# First bytes of files that people pass by mistake, with the word for them.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_USUAL = "cp1252"


def decode(data: bytes, where: str) -> tuple[str, str | None]:
    """The text in ``data`` and, unless it was plain UTF-8, the name of the encoding it was read as.

    The byte order mark is dropped and CRLF becomes LF; nothing else is changed. ``where`` names
    the file in messages. Raises ``InputError`` for empty, blank and binary data.
    """
    if not data:
        raise InputError(f"{where} is empty; give a file with the text of an article")
    _refuse_known_formats(data, where)
    text, encoding = _decoded(data, where)
    text = unified(text)
    if not text.strip():
        raise InputError(f"{where} holds nothing but white space; give the text of an article")
    return text, encoding


def unified(text: str) -> str:
    """``text`` without a byte order mark and with LF for CRLF: what offsets are counted in."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _refuse_known_formats(data: bytes, where: str) -> None:
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{where} is {what}, not text; save its text as .txt or .md first")


def _decoded(data: bytes, where: str) -> tuple[str, str | None]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), None if encoding == "utf-8-sig" else encoding
            except UnicodeDecodeError:
                raise InputError(
                    f"{where} begins like {encoding} text but is not; save it as UTF-8"
                ) from None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data, where)
    if "\x00" in text:
        raise _binary(where)
    return text, None


def _guessed(data: bytes, where: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    matches = () if _looks_binary(data) else from_bytes(data)
    best = next(iter(matches), None)
    if best is None:
        raise _binary(where)
    # "José Peña" is "José Peńa" in cp1250: where both read as well, English news is in cp1252
    usual = (m for m in matches if m.encoding == _USUAL and m.chaos <= best.chaos)
    best = next(usual, best)
    return str(best), best.encoding


def _looks_binary(data: bytes) -> bool:
    """Control characters that no article has: one in fifty of the first 8,192 bytes is too many."""
    head = data[:8192]
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in head)
    return controls * 50 > len(head)


def _binary(where: str) -> InputError:
    return InputError(f"{where} is binary, not text; give a text, Markdown or HTML file")
