"""Danish is complete: every message of the program has its translation, and no other is kept."""

import ast
import re
import string
from functools import cache
from pathlib import Path
from typing import TypeGuard

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo

from game.i18n import catalogue
from game.i18n.catalogue import MessageId

_CALL = rf"\b(?:{'|'.join(catalogue.KEYWORDS)})\("
IN_BRACES = re.compile(rf"\{{(?:[^{{}}]*|.*){_CALL}")
"""Where a message may stand within an f-string, or in other braces."""


@cache
def read() -> Catalog:
    """The Danish catalogue."""
    return catalogue.read()


@cache
def danish_of() -> dict[MessageId, MessageId]:
    """The Danish of every message."""
    return catalogue.translations(read())


@cache
def messages() -> dict[MessageId, str]:
    """Every message of the program, by its place; collecting them takes seconds."""
    return catalogue.extract_messages()


def forms(message: MessageId) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message


def placeholders(text: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:  # a message that is never formatted may hold any braces
        return {"not a format"}


def test_every_message_has_a_translation() -> None:
    missing = [
        f"{place}: {m}" for m, place in messages().items() if not all(forms(danish_of().get(m, "")))
    ]
    assert not missing, "run: python -m game.i18n.catalogue, and translate\n" + "\n".join(missing)


def asked_for(file: Path) -> set[str]:
    """What a file says in so many words, by its syntax: also what stands within an f-string."""
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if is_call(node)]
    return {first.value for first in (call.args[0] for call in calls) if is_text(first)}


def is_call(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not node.args:
        return False
    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
    return name in catalogue.KEYWORDS


def is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_message_is_found_wherever_it_stands() -> None:
    """The collecting reads no message inside an f-string; none may stand there."""
    found = {forms(message)[0] for message in messages()}
    missed = {
        f"{file.name}: {message}"
        for file in catalogue.PACKAGE.rglob("*.py")
        if IN_BRACES.search(file.read_text("utf-8"))
        for message in asked_for(file) - found
    }
    assert not missed, "take these out of their f-strings"


def test_no_translation_is_kept_that_nobody_says() -> None:
    assert not sorted(map(str, danish_of().keys() - messages().keys())), (
        "run: python -m game.i18n.catalogue"
    )


def test_translations_hold_the_same_placeholders() -> None:
    for message, danish in danish_of().items():
        for english, text in zip(forms(message), forms(danish), strict=True):
            assert placeholders(text) == placeholders(english) or not text, message


def test_nothing_is_fuzzy() -> None:
    assert [m.id for m in read() if m.fuzzy] == []


def test_the_compiled_catalogue_is_that_of_the_text() -> None:
    with catalogue.MO.open("rb") as file:
        compiled = catalogue.translations(read_mo(file))
    assert compiled == {message: danish for message, danish in danish_of().items() if all(danish)}


def test_the_header_is_filled_in() -> None:
    header = catalogue.PO.read_text("utf-8").split("\n\n", 1)[0]
    junk = "FULL NAME|EMAIL|ORGANIZATION|YEAR-MO|VERSION|LL@li|FIRST AUTHOR|fuzzy"
    assert re.findall(junk, header) == []
    assert "Language: da" in header


def test_what_is_played_is_called_a_case_everywhere() -> None:
    """The code calls its file a scenario; nobody who plays or writes one is told that word."""
    said = [text for message in messages() for text in forms(message)]
    assert not [text for text in said if "scenario" in text.lower()]


def test_danish_quotes_are_danish() -> None:
    english = [
        m for m, danish in danish_of().items() if any(set("“”") & set(x) for x in forms(danish))
    ]
    assert english == []


# ------------------------------------------------------------------ the tool
@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalogue to write in, apart from the real one."""
    po = tmp_path / "gevinst.po"
    po.write_bytes(catalogue.PO.read_bytes())
    monkeypatch.setattr(catalogue, "PO", po)
    monkeypatch.setattr(catalogue, "MO", tmp_path / "gevinst.mo")
    return tmp_path


def test_updating_adds_what_is_new_and_drops_what_is_gone(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    source = copy / "source"
    source.mkdir()
    code = 't("Rally")\nself.t("Brand new {n}", n=1)\nt.plural("{n} pip", "{n} pips", 2)\n'
    (source / "screen.py").write_text(code, "utf-8")
    found = catalogue.extract_messages(source)
    monkeypatch.setattr(catalogue, "extract_messages", lambda: found)
    assert catalogue.main() == 1
    assert "screen.py:2: Brand new {n}" in capsys.readouterr().out
    assert catalogue.translations(catalogue.read()) == {
        "Rally": danish_of()["Rally"],
        "Brand new {n}": "",
        ("{n} pip", "{n} pips"): ("", ""),
    }


def test_english_has_its_per_cent_beside_the_number() -> None:
    """Danish has a space between them: "100 %", and "100%"."""
    apart = re.compile(r"[0-9}][ \u00a0]%(?![a-z])")
    assert [m for m in messages() if any(apart.search(form) for form in forms(m))] == []
