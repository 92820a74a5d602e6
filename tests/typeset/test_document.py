"""Documents: what strangers wrote is text, pictures are pictures, and the same gives the same."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from game.typeset import (
    Document,
    MissingTypstError,
    Picture,
    TypesetError,
    is_available,
    typeset,
    typeset_all,
)
from game.typeset.texts import as_data, printable
from tests.typeset.reading import text_of

pytest.importorskip("typst")

MARKUP = (
    '#strong[x] $a^2$ *bold* _it_ \\ ] [ } { // rest `raw` <label> @ref "q" = 1. + - #panic() '
    '#read("/fonts/x") ~ -- \\u{41}'
)


def prose(*texts: str, **more: Any) -> Document:
    blocks = [{"kind": "h1", "text": "A title"}, *({"kind": "p", "text": text} for text in texts)]
    return Document("prose", "en", "A title", {"blocks": blocks, **more})


def words_of(text: str) -> str:
    return " ".join(text.split())


def test_what_strangers_wrote_is_printed_as_it_stands() -> None:
    assert MARKUP in words_of(text_of(typeset(prose(MARKUP)).data))


@pytest.mark.parametrize("kind", ["h1", "h2", "h3", "p", "lead"])
def test_it_is_text_wherever_it_stands(kind: str) -> None:
    document = Document("prose", "en", MARKUP, {"blocks": [{"kind": kind, "text": "#panic() ]"}]})
    assert "#panic() ]" in text_of(typeset(document).data)


def test_it_is_text_in_lists_and_tables_and_in_the_title() -> None:
    blocks = [
        {"kind": "list", "items": ["#panic(1)"]},
        {"kind": "steps", "items": ["#panic(2)"]},
        {"kind": "table", "rows": [["#panic(3)"], ["$#panic(4)"]], "columns": [0]},
    ]
    found = pypdfium2.PdfDocument(typeset(Document("prose", "en", MARKUP, {"blocks": blocks})).data)
    text = found[0].get_textpage().get_text_bounded()
    assert all(f"#panic({n})" in text for n in (1, 2, 3, 4))
    assert found.get_metadata_dict()["Title"] == MARKUP


def test_emoji_are_pictures_and_no_letters() -> None:
    found = as_data({"name": "A 🚲 ride", "plain": "A ride", "card": Picture("🚲")})
    key = "1f6b2"
    assert found["name"] == {"runs": ["A ", {"picture": key}, " ride"]}
    assert found["plain"] == "A ride"
    assert found["card"] == {"runs": [{"picture": key}]}
    assert set(found["pictures"]) == {key}
    assert words_of(text_of(typeset(prose("A 🚲 ride")).data)).count("A ride") == 1


def test_a_card_without_a_picture_has_none() -> None:
    assert as_data({"card": Picture("")})["card"] == ""
    assert as_data({"card": Picture("\U0010fffd")})["card"] == ""


def test_the_same_document_gives_the_same_bytes() -> None:
    assert typeset(prose("Æbler", "Øl")) == typeset(prose("Æbler", "Øl"))


def test_several_set_at_once_are_as_each_by_itself() -> None:
    several = {name: prose(*["A paragraph."] * n) for n, name in enumerate("abcdef", 1)}
    found = typeset_all(several)
    assert [*found] == [*several]
    assert found == {name: typeset(document) for name, document in several.items()}


def test_one_that_cannot_be_set_is_told_among_several() -> None:
    with pytest.raises(TypesetError):
        typeset_all({"good": prose("A paragraph."), "bad": Document("prose", "en", "Bad", {})})


def test_it_counts_its_pages() -> None:
    assert typeset(prose("short")).pages == 1
    assert typeset(prose(*["A paragraph."] * 200)).pages > 2


def test_an_accessible_one_says_so_or_is_not_made() -> None:
    assert b"pdfuaid" in typeset(prose("letters"), accessible=True).data
    blocks = [{"kind": "h1", "text": "first"}, {"kind": "h3", "text": "a level is left out"}]
    with pytest.raises(TypesetError):
        typeset(Document("prose", "en", "A title", {"blocks": blocks}), accessible=True)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ærø, 62 → 75 %", "Ærø, 62 → 75 %"),
        ("漢", "\N{REPLACEMENT CHARACTER}"),
        ("a\u200db\u202ec\ufe0f", "abc"),
        ("\U0001f1e9\U0001f1f0", "\N{REPLACEMENT CHARACTER}" * 2),
    ],
)
def test_letters_that_no_font_holds_are_seen_to_be_missing(text: str, printed: str) -> None:
    assert printable(text) == printed
    assert b"pdfuaid" in typeset(prose(text), accessible=True).data


def test_what_cannot_be_set_is_an_error_with_a_reason() -> None:
    with pytest.raises(TypesetError):
        typeset(Document("prose", "en", "A title", {"blocks": [{"kind": "no such kind"}]}))


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.typeset.document.find_spec", lambda name: None)
    assert not is_available()
    with pytest.raises(MissingTypstError, match=r"gevinstbordet\[print\]"):
        typeset(prose("text"))


def test_a_compiler_that_cannot_be_loaded_is_an_error_with_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "typst.py").write_text("raise ImportError('a library is missing')", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "typst")
    with pytest.raises(TypesetError, match="a library is missing"):
        typeset(prose("text"))
