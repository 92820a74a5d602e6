"""The page for the IT department tells where things really lie, and what really does not happen."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from game import resources
from game.phones.service import PORTS
from tests.install import associations

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "it.md").read_text("utf-8")
FOLDERS = ("sessions", "cases", "settings", "log", "cache", "rooms")


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux are looked up here")
@pytest.mark.parametrize("kind", FOLDERS)
def test_it_names_every_place_that_is_written_to(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("GEVINST_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "da_DK.UTF-8")
    folder: Path = getattr(resources, f"{kind}_folder")()
    written = folder.parent if kind == "cases" else folder
    assert f"`~/{written.relative_to(tmp_path).as_posix()}`" in PAGE
    copies = resources.copies_folder(resources.sessions_folder())
    assert f"`~/{copies.relative_to(tmp_path).as_posix()}`" in PAGE


def test_it_names_the_files_and_the_folder_that_the_registry_goes_by() -> None:
    assert associations.FOLDER in PAGE
    assert f"`{associations.SUFFIX}`" in PAGE
    assert all(f"`{suffix}`" in PAGE for suffix in associations.SHARED)


ASKS = ("urllib.request", "http.client", "import requests", "httpx", "open_connection", "smtplib")
"""How Python programs speak to servers."""


def test_nothing_in_the_program_speaks_to_a_server() -> None:
    sources = {p: p.read_text("utf-8") for p in ROOT.glob("game/**/*.py")}
    assert len(sources) > 300
    for word in ASKS:
        assert [p.name for p, source in sources.items() if word in source] == [], word
    templates = [p.read_text("utf-8") for p in ROOT.glob("assets/print/*.typ")]
    assert templates
    assert not any('"@' in template for template in templates)  # a package of Typst's is "@…"


def test_only_phones_know_the_network() -> None:
    """One module listens, one looks at this computer's addresses, one reads its own page."""
    words = ("import socket", "import asyncio", "import uvicorn", "from uvicorn", "import ifaddr")
    found = {
        p.relative_to(ROOT / "game").as_posix()
        for p in ROOT.glob("game/**/*.py")
        if any(word in p.read_text("utf-8") for word in words)
    }
    modules = ("rate_limiter", "mailbox", "network", "server", "trying")
    assert found == {f"phones/{name}.py" for name in modules}


def test_it_names_the_ports_in_the_order_in_which_they_are_tried() -> None:
    assert ", ".join(map(str, PORTS[:-1])) in PAGE
    assert PORTS[-1] == 0  # any that is free


def test_phones_load_nothing_from_elsewhere() -> None:
    folder = ROOT / "assets" / "phones"
    files = [p for p in folder.iterdir() if p.is_file() and p.suffix != ".svg"]
    assert len(files) > 10
    for file in files:
        assert not re.search(r"(https?:)?//[a-z]+\.[a-z]", file.read_text("utf-8")), file.name
