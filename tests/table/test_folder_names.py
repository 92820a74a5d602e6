"""Folders are named as people know them; the whole path is told when it is pointed at."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.i18n import words
from game.table.parts.folder_names import folder_name
from game.table.parts.open_file import CASE, OpenFileDialog
from tests.table.driver import Cloth, Driver

DOCUMENTS = Path("/home/ane/Dokumenter")


@pytest.fixture(autouse=True)
def documents(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.table.parts.folder_names.system_documents", lambda: DOCUMENTS)


@pytest.mark.parametrize(
    ("folder", "danish", "english"),
    [
        (DOCUMENTS / "Gevinstbordet", "Dokumenter › Gevinstbordet", "Documents › Gevinstbordet"),
        (Path("/media/ane/USB/Gevinst/spil"), "Gevinst › spil", "Gevinst › spil"),
        (Path("/spil"), "spil", "spil"),
        (Path("/"), "/", "/"),
    ],
)
def test_a_folder_is_named_from_the_documents_on(folder: Path, danish: str, english: str) -> None:
    assert folder_name(words("da"), folder) == danish
    assert folder_name(words("en"), folder) == english


def test_pointed_at_it_tells_the_whole_path() -> None:
    driver = Driver(Cloth(), (1280, 720), "en")
    folder = DOCUMENTS / "Gevinstbordet" / "cases"
    driver.app.push(OpenFileDialog(CASE, lambda path: None, folder))
    driver.look()
    assert "Documents › Gevinstbordet › cases" in driver.texts
    assert str(folder) not in driver.texts
    driver.move("about:folder")
    driver.look(1)
    assert str(folder) in driver.texts
