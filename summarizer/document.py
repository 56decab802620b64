"""Documents: the text as given, and what is known about it. All inputs are read here.

Offsets everywhere else are code points into `Document.text`, so the text is never
normalised: line ends, marks and spaces stay as they came.
"""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the field is called date
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import InputError, NoText, TooLarge, UnsupportedFormat
from summarizer.languages import detect_language, language_of
from summarizer.spans import Span
from summarizer.when import resolve_day

__all__ = ["DATELINE", "FIRST_LINES", "LOADERS", "MAX_CHARACTERS", "Document", "load"]

MAX_CHARACTERS = 2_000_000
"""About 500,000 tokens: more than any model reads at once."""

_HEAD = re.compile(r"\s*date[ :\t]+(\d{4}-\d{2}-\d{2})\b[ \t]*", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?\n)---[ \t]*(?:\r?\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(title|date|source|language)[ \t]*:(.+)$", re.MULTILINE | re.IGNORECASE)
_HEADING = re.compile(r"\s*#[ \t]+(\S[^\n\r]*)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)


@dataclass(frozen=True)
class Document:
    """A text and what is known about it.

    `body` is where reading starts: what stands before it is metadata, which stays in the
    text. `language` is an ISO 639-1 code, `und` when it is not known.

    >>> document = Document.from_text(" date 2025-07-11 The minister was in the house.")
    >>> document.date, document.language, document.text[document.body:][:12]
    (datetime.date(2025, 7, 11), 'en', 'The minister')
    """

    text: str
    title: str | None = None
    date: Date | None = None
    source: str | None = None
    language: str = "und"
    body: int = 0

    @classmethod
    def from_text(cls, text: str, *, source: str | None = None) -> Document:
        """Read metadata off the head of a text; raise `InputError` if there is nothing to read.

        Known heads are a line head (` date 2025-07-11 `) and Markdown's front matter with
        `title`, `date`, `source` and `language`; a first Markdown heading is the title. Without
        them the date is that of a dateline or of a short line among the first ones.
        """
        if len(text) > MAX_CHARACTERS:
            raise TooLarge(
                f"{_named(source)} has {len(text):,} characters; at most {MAX_CHARACTERS:,} are "
                "read: split it"
            )
        if found := _SURROGATE.search(text):
            raise UnsupportedFormat(
                f"{_named(source)} has half a surrogate pair at character {found.start()}: "
                "decode it again from its bytes"
            )
        if "\0" in text:
            raise UnsupportedFormat(
                f"{_named(source)} holds NUL characters, so it is no text: save it as UTF-8"
            )
        document = _read_head(cls(text=text, source=source))
        body = text[document.body :]
        if not body.strip():
            raise NoText(f"{_named(source)} is empty: there is nothing to brief")
        if document.language == "und":
            document = replace(document, language=detect_language(body))
        return replace(document, date=document.date or _date_above(document))

    @classmethod
    def from_path(cls, path: str | Path) -> Document:
        """Read a file by the loader of its suffix; raise `InputError` with what and why."""
        path = Path(path)
        name = str(path).encode(errors="replace").decode()  # file names may be no Unicode
        loader = LOADERS.get(path.suffix.lower())
        if loader is None:
            raise UnsupportedFormat(
                f"{name}: no loader for {path.suffix or 'a file without a suffix'}; known are "
                f"{', '.join(sorted(filter(None, LOADERS)))}, and - for standard input"
            )
        try:
            with path.open("rb") as stream:
                data = _bytes(stream, name)
        except FileNotFoundError:
            raise InputError(f"{name}: there is no such file") from None
        except OSError as error:
            raise InputError(f"{name}: {error.strerror or error}") from None
        except ValueError as error:  # a NUL in the name
            raise InputError(f"{name!r}: {error}") from None
        return cls.from_text(loader(data, name), source=name)

    @property
    def span(self) -> Span:
        """The part that is read: the text without its head."""
        return Span(self.body, len(self.text))


def load(source: str | Path | Document) -> Document:
    """A document from a path, `-` for standard input, or a document as it is.

    A string is the text itself, except `-`: paths are given as `pathlib.Path`, so a text that
    looks like a path is never opened.
    """
    if isinstance(source, Document):
        return source
    if isinstance(source, Path) and str(source) != "-":
        return Document.from_path(source)
    if str(source) == "-":
        data = _bytes(sys.stdin.buffer, "standard input")
        return Document.from_text(read_text(data, "standard input"), source="standard input")
    return Document.from_text(str(source))


def _bytes(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(4 * MAX_CHARACTERS + 1)
    if len(data) > 4 * MAX_CHARACTERS:
        raise TooLarge(f"{name} has more than {4 * MAX_CHARACTERS:,} bytes: split it")
    return data


def read_text(data: bytes, name: str) -> str:
    r"""Decode bytes that may begin with a byte order mark; UTF-8 otherwise.

    Nothing is guessed: a wrong guess gives wrong quotes.

    >>> read_text("é".encode("utf-16"), "a.txt")
    'é'
    >>> read_text(b"caf\xe9", "a.txt")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    summarizer.errors.UnsupportedFormat: a.txt is not UTF-8 (byte 3): convert it, ...
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnsupportedFormat(f"{name} is not text: it looks like {kind}")
    encoding = next((codec for bom, codec in _BOMS if data.startswith(bom)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnsupportedFormat(
            f"{name} is not {encoding.removesuffix('-sig').upper()} (byte {error.start}): convert "
            "it, for example with iconv -f LATIN1 -t UTF-8"
        ) from None


LOADERS: dict[str, Callable[[bytes, str], str]] = {
    "": read_text,
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
}
"""From a file's suffix, lower case, to the function that makes text of its bytes and name."""


def _named(source: str | None) -> str:
    return source or "the text"


def _read_head(document: Document) -> Document:
    text = document.text
    if found := _HEAD.match(text):
        return replace(document, date=_date(found[1]), body=found.end())
    fields: dict[str, str] = {}
    body = 0
    if found := _FRONT_MATTER.match(text):
        fields = {name.lower(): value.strip("\"' \t\r") for name, value in _FIELD.findall(found[1])}
        body = found.end()
    if heading := _HEADING.match(text, body):
        fields.setdefault("title", heading[1].strip())
    return replace(
        document,
        title=fields.get("title"),
        date=_date(fields.get("date", "")),
        source=fields.get("source", document.source),
        language=_code(fields.get("language", "")),
        body=body,
    )


_AGENCY = r"\((?:AP|AFP|ANP|ANSA|APA|CNN|EFE|KNA|PA|SID|TASS|UPI|dpa|epd|Reuters|Xinhua)\)"
_PLACE = r"[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){0,3}"
_DATED = r", (?:den |le )?[\w. ,]{0,20}\d{4}"
DATELINE = re.compile(
    rf"(?:(?!THE |COVID)[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{{2,40}}(?:, [^—–\n]{{2,40}}?)?(?: {_AGENCY})?"
    rf"|{_PLACE}(?:{_DATED}(?: {_AGENCY})?|,? {_AGENCY})) (?:—|–|--|-) (?=[A-ZÀ-Þ“„«\"])"
    r"(?![^.!?\n]* (?:—|–|--|-) )"
)
"""Where, when and by whom: `TARN, Mill — `, `Tarn (AP) – `, `Tarn, 3 May 2026 – `."""
FIRST_LINES = 5
"""A dateline stands in one of so many lines."""
_LONGEST_HEAD = 2_000
_SMALL = re.compile(r"(?<!\w)(?!(?:d[ei]|le|el|den|der|the)\b)[a-zß-ÿ]{2,}")
_OF_OLD = re.compile(r"\b(?:of|vom|born|geboren|since|seit|del?|du) \W*\d|\(")
"""What stands before a date of which a text tells: `the treaty of 12 June 1998`."""
_FEW = 2
"""A line with fewer small words, apart from months, is a date, and who wrote where."""


def _date_above(document: Document) -> Date | None:
    """The date with its year in a dateline, or in a line of its own, above what a text says."""
    language = language_of(document.language)
    months = {name.lower() for name, _ in language.month_numbers}
    head = document.text[document.body : document.body + _LONGEST_HEAD]
    lines = (line.strip() for line in head.splitlines())
    for line in islice(filter(None, lines), FIRST_LINES):
        dateline = DATELINE.match(line)
        small = sum(word not in months for word in _SMALL.findall(line))
        is_date = small < _FEW and not _OF_OLD.search(line)
        day = resolve_day(dateline[0] if dateline else line, None, language)
        if day and (dateline or is_date):
            return day
    return None


_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_]|$)")


def _code(text: str) -> str:
    """The language of `de`, `DE` and `de-AT`; `und` for a word that is no code."""
    found = _LANGUAGE_CODE.match(text.lower())
    return found[1] if found else "und"


def _date(text: str) -> Date | None:
    try:
        return Date.fromisoformat(text)
    except ValueError:
        return None
