"""Bytes -> words: whatever is declared, nothing crashes, and what could be decoded is kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.encoding import Decoded, decode, python_name

GREEK = "Οι υπουργοί συναντήθηκαν στη Γενεύη και συμφώνησαν να συνεχίσουν τις συνομιλίες τον Μάιο. "
RUSSIAN = "Министры встретились в Женеве в понедельник и договорились продолжить переговоры в мае. "
FRENCH = "Les délégués se sont réunis à Genève; l'accord « provisoire » a été signé. "
JAPANESE = "外相は月曜日にジュネーブで会談し、五月に協議を再開することで一致した。"


@pytest.mark.parametrize(
    ("content", "media_type", "text", "encoding", "why"),
    [
        ("Genève".encode(), None, "Genève", "utf-8", "UTF-8 without a word about it"),
        ("Genève".encode("utf-8-sig"), None, "Genève", "utf-8", "the mark is removed"),
        ("Genève".encode("utf-16"), None, "Genève", "utf-16-le", "the mark names the encoding"),
        (
            b"\xfe\xff" + "Genève".encode("utf-16-be"),
            "text/plain; charset=utf-8",
            "Genève",
            "utf-16-be",
            "a mark beats the header",
        ),
        (
            "Genève".encode("latin-1"),
            "text/html; charset=ISO-8859-1",
            "Genève",
            "cp1252",
            "browsers read Latin-1 as its superset",
        ),
        (b"\x93talks\x94", "text/html; charset=iso-8859-1", "“talks”", "cp1252", "curly quotes of Windows under a Latin-1 label"),
        (RUSSIAN.encode("cp1251"), 'text/html; charset="windows-1251"', RUSSIAN, "cp1251", "header in quotes"),
        (RUSSIAN.encode("koi8-r"), "text/html;charset=KOI8-R", RUSSIAN, "koi8-r", "header without blank"),
        (
            b'<meta charset="windows-1253"><p>' + GREEK.encode("cp1253"),
            None,
            '<meta charset="windows-1253"><p>' + GREEK,
            "cp1253",
            "meta",
        ),
        (
            "Genève".encode(),
            "text/html; charset=iso-8859-1",
            "Genève",
            "utf-8",
            "valid UTF-8 of more than ASCII is UTF-8, whatever is said",
        ),
        (JAPANESE.encode("iso2022_jp"), "text/html; charset=iso-2022-jp", JAPANESE, "iso2022_jp", "looks like ASCII, and is not"),
        (b"one\r\ntwo\rthree\n", None, "one\r\ntwo\rthree\n", "utf-8", "line ends stay"),
        (b"", None, "", "utf-8", "nothing"),
    ],
)
def test_decode(content: bytes, media_type: str | None, text: str, encoding: str, why: str) -> None:
    assert decode(content, media_type) == Decoded(text, encoding), why


@pytest.mark.parametrize(
    ("content", "media_type", "words", "why"),
    [
        (RUSSIAN.encode("cp1251") * 20, None, RUSSIAN, "nothing declared: guessed"),
        (b"<p>" * 40_000 + RUSSIAN.encode("cp1251") * 20, None, RUSSIAN, "the telling bytes stand far behind"),
        (FRENCH.encode("cp1252") * 20, "text/html; charset=utf-8", "Les d", "the header is wrong"),
        (FRENCH.encode("cp1252") * 20, "text/html; charset=no-such-thing", "réunis", "a charset nobody knows"),
        (RUSSIAN.encode("cp1251") * 20, "text/html; charset=base64", RUSSIAN, "a codec that is none of text"),
    ],
)
def test_wrong_or_missing_declaration(content: bytes, media_type: str | None, words: str, why: str) -> None:
    assert words in decode(content, media_type).text, why


def test_windows_bytes_in_utf8_are_read_as_such_and_counted() -> None:
    mixed = (FRENCH * 30).encode() + FRENCH.encode("cp1252") + b"\x81"
    found = decode(mixed, "text/html; charset=utf-8")
    assert found.text == FRENCH * 31 + "\ufffd"
    strays = sum(ord(character) > 127 for character in FRENCH) + 1
    assert found.note == f"utf-8, {strays} bytes read as cp1252, 1 characters replaced"


def test_english_with_a_few_foreign_letters_is_windows_and_says_that_it_was_guessed() -> None:
    english = (
        "The na\u00efve plan of Mr M\u00fcller, said a diplomat in T\u00fcrkiye, costs nothing and helps nobody at all. " * 3
    )
    found = decode(english.encode("cp1252"), html=False)
    assert (found.text, found.note) == (english, "cp1252, guessed")


def test_meta_counts_only_in_html() -> None:
    content = b'<meta charset="koi8-r">' + RUSSIAN.encode("cp1251") * 20
    assert decode(content, html=True).encoding == "koi8-r"
    assert decode(content, html=False).encoding != "koi8-r"


@pytest.mark.parametrize(
    ("label", "name"), [("UTF8", "utf-8"), ("latin1", "cp1252"), ("gb2312", "gb18030"), ("hex", None), ("x-y", None)]
)
def test_python_name(label: str, name: str | None) -> None:
    assert python_name(label) == name


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=200),
    st.sampled_from([None, "text/html; charset=utf-8", "text/html; charset=shift_jis", "text/html; charset=idna"]),
)
def test_never_raises(content: bytes, media_type: str | None) -> None:
    found = decode(content, media_type)
    assert found.text.encode("utf-8").count(b"\xef\xbf\xbd") >= found.replaced
