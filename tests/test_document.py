from __future__ import annotations

import codecs
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import document
from summarizer.document import Document, load, read_text
from summarizer.errors import InputError, NoText, TooLarge, UnsupportedFormat
from summarizer.spans import Span

TEXT = "Ada Lind said that the harbour of Tarn was full."


@pytest.mark.parametrize(
    ("text", "title", "day", "body"),
    [
        (TEXT, None, None, TEXT),
        (f" date 2025-07-11 {TEXT}", None, date(2025, 7, 11), TEXT),
        (f"Date: 2025-07-11\n{TEXT}", None, date(2025, 7, 11), f"\n{TEXT}"),
        (f"date 2025-99-99 {TEXT}", None, None, TEXT),
        (f"# A full harbour\n\n{TEXT}", "A full harbour", None, f"# A full harbour\n\n{TEXT}"),
        (f"---\ntitle: Full\ndate: 2025-07-11\n---\n{TEXT}", "Full", date(2025, 7, 11), TEXT),
        (f'---\r\nTitle: "Full: a tale"  \r\n---\r\n{TEXT}', "Full: a tale", None, TEXT),
        (f"---\ndate: soon\n---\n# Full\n{TEXT}", "Full", None, f"# Full\n{TEXT}"),
        (f"---\ntitle: Full\n{TEXT}", None, None, f"---\ntitle: Full\n{TEXT}"),
        (f"#hashtag {TEXT}", None, None, f"#hashtag {TEXT}"),
    ],
)
def test_the_head_of_a_text_gives_its_metadata_and_stays_in_the_text(
    text: str, title: str | None, day: date | None, body: str
) -> None:
    found = Document.from_text(text)
    assert (found.title, found.date, found.span.of(found.text)) == (title, day, body)
    assert found.text == text


def test_front_matter_names_the_source() -> None:
    found = Document.from_text(f"---\nsource: The Tarn Post\n---\n{TEXT}", source="a.txt")
    assert found.source == "The Tarn Post"


@pytest.mark.parametrize(
    ("language", "code"),
    [("de", "de"), ("DE", "de"), ("fr-CH", "fr"), ("German", "en"), ("", "en")],
)
def test_a_language_is_a_code_or_is_told_by_the_words(language: str, code: str) -> None:
    assert Document.from_text(f"---\nlanguage: {language}\n---\n{TEXT}").language == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TEXT, "en"),
        ("Die Ministerin sagte, dass sie nicht an der Sitzung teilnehmen werde.", "de"),
        ("De burgemeester zei dat hij niet aan de vergadering zou deelnemen.", "nl"),
        ("La maire a dit que le port est plein et que les bateaux ne sont pas là.", "fr"),
        ("La alcaldesa dijo que el puerto no está lleno y que los barcos se van.", "es"),
        ("今日は晴れです。", "und"),
    ],
)
def test_the_language_is_told_by_its_small_words(text: str, code: str) -> None:
    assert Document.from_text(text).language == code


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("TARN, 12 March 2026 — The harbour closed today.", "2026-03-12"),
        ("Tarn, March 12, 2026 (AP) -- The harbour closed today.", "2026-03-12"),
        ("Harbour closes\n\nTarn, 3 May 2026 – The harbour closed on Friday.", "2026-05-03"),
        ("Harbour closes\n\nPublished on 4 May 2026, 10:15\n\nThe harbour closed.", "2026-05-04"),
        ("Tarn, den 4. Mai 2026\n\nDer Hafen ist nicht mehr offen.", "2026-05-04"),
        ("Tarn, le 4 mai 2026\n\nLe port est fermé et les bateaux ne sont pas là.", "2026-05-04"),
        ("Agreement of 12 June 1998\n\nIt is late.", None),
        ("Ada Lind (born 3 May 1950)\n\nIt is late.", None),
        ("Harbour to close on 3 May 2027\n\nIt is late.", None),
        ("The harbour closed on 3 May 2026, and nobody left.", None),
        ("TARN, May 3 — The harbour closed today.", None),
        ("One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\n4 May 2026", None),
        ("date 2026-01-02\n\nTARN, 12 March 2026 — The harbour closed.", "2026-01-02"),
    ],
)
def test_a_text_without_metadata_has_the_date_that_stands_above_it(
    head: str, date: str | None
) -> None:
    found = Document.from_text(head).date
    assert (found.isoformat() if found else None) == date


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\u2028\u00a0", " date 2025-07-11  \n"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(NoText, match="nothing to brief"):
        Document.from_text(text)


@pytest.mark.parametrize("text", ["a\0b", "---\ntitle: a\0b\n---\nRain fell."])
def test_nul_is_refused_wherever_it_stands(text: str) -> None:
    with pytest.raises(UnsupportedFormat, match="NUL"):
        Document.from_text(text)


def test_half_a_surrogate_pair_is_refused_with_its_place() -> None:
    with pytest.raises(UnsupportedFormat, match="at character 5"):
        Document.from_text("Rain \ud83d fell.")


def test_a_text_that_is_too_large_is_refused_before_anything_reads_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(document, "MAX_CHARACTERS", 10)
    with pytest.raises(TooLarge, match="at most 10"):
        Document.from_text("Rain fell on Tarn.")
    path = tmp_path / "a.txt"
    path.write_text("x" * 41)
    with pytest.raises(TooLarge, match=r"a\.txt has more than 40 bytes"):
        Document.from_path(path)


# Bytes -----------------------------------------------------------------------------------

SIGNED = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


def encoded(text: str, encoding: str) -> bytes:
    return SIGNED[encoding] + text.encode(encoding)


@pytest.mark.parametrize("encoding", SIGNED)
def test_a_byte_order_mark_tells_the_encoding_and_is_no_text(encoding: str) -> None:
    assert read_text(encoded("“Größe” 👩‍🚀", encoding), "a.txt") == "“Größe” 👩‍🚀"


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
)
def test_what_is_written_in_any_unicode_encoding_is_read_back(text: str) -> None:
    for encoding in SIGNED:
        assert read_text(encoded(text, encoding), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("Größe".encode("latin-1"), r"not UTF-8 \(byte 2\)"),
        ("Größe".encode()[:3], "not UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not UTF-16"),
        (codecs.BOM_UTF32_LE + b"a\0\0", "not UTF-32"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"%PDF-1.7", "a PDF"),
        (b"\x1f\x8b\x08", "a gzip archive"),
    ],
)
def test_bytes_that_are_no_unicode_text_are_refused_and_not_guessed(
    data: bytes, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(UnsupportedFormat, match=message):
        Document.from_path(path)


def test_utf_16_without_a_mark_is_refused() -> None:
    with pytest.raises(UnsupportedFormat, match="NUL"):
        Document.from_text(read_text("Rain fell.".encode("utf-16-le"), "a.txt"))


# Files and standard input ----------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "a.md", "a.markdown", "a.text", "README"])
def test_text_files_are_read_by_their_suffix(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"Rain fell.\r\nNobody left.")
    found = load(path)
    assert (found.text, found.source) == ("Rain fell.\r\nNobody left.", str(path))


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        ("none.txt", InputError, "there is no such file"),
        ("folder", InputError, "directory"),
        ("a.xyz", UnsupportedFormat, r"no loader for \.xyz; known are .*\.md.*standard input"),
        ("a\0b", InputError, "null byte"),
        ("none\udcff", InputError, "there is no such file"),
    ],
)
def test_a_path_that_cannot_be_read_is_an_input_error(
    name: str, error: type[InputError], message: str, tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(error, match=f"(?i){message}") as caught:
        Document.from_path(tmp_path / name)
    str(caught.value).encode()


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for source in ("-", Path("-")):
        data = io.BytesIO("Größe zählt.".encode())
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(data, encoding="ascii"))
        found = load(source)
        assert (found.text, found.source) == ("Größe zählt.", "standard input")


def test_standard_input_that_is_too_large_is_cut_off_and_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(document, "MAX_CHARACTERS", 10)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("é".encode() * 30)))
    with pytest.raises(TooLarge, match="standard input"):
        load("-")


def test_a_string_is_the_text_itself_even_if_it_looks_like_a_path(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    assert load(str(path)).text == str(path)


def test_a_document_is_loaded_as_it_is() -> None:
    given_document = Document.from_text(TEXT)
    assert load(given_document) is given_document


@given(st.text())
def test_any_text_is_accepted_or_refused_with_an_input_error(text: str) -> None:
    try:
        found = Document.from_text(text)
    except InputError:
        return
    assert found.text == text
    assert found.span == Span(found.body, len(text))
