"""The recipe of the built folder names all that the wheel has, and leaves out nothing we import."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from importlib.util import find_spec
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from game.phones.files import PhoneFiles
from game.phones.mailbox import Mailbox
from game.phones.server import Place, Server
from tests.install import contents

ROOT = Path(__file__).parents[2]
IMPORT = re.compile(r"^ *(?:from ([\w.]+) import \(?\s*(\w+)|import ([\w.]+))", re.M)


@pytest.fixture(scope="module")
def wheel() -> list[str]:
    """The files that a wheel of this checkout would have, without building it."""
    return [file.distribution_path for file in WheelBuilder(str(ROOT)).recurse_included_files()]


def test_all_data_of_the_wheel_is_in_the_folder(wheel: list[str]) -> None:
    found = contents.data(wheel)
    assert {
        "game/assets/fonts/IBMPlexSans-Regular.ttf",
        "game/assets/phones/index.html",
        "game/assets/print/cards.typ",
        "game/content/skeleton/da.toml",
        "game/i18n/locale/da/LC_MESSAGES/gevinst.mo",
        "game/scenarios/koebenhavn-pas.toml",
    } <= set(found)
    shipped = {p for top in ("assets", "scenarios") for p in ROOT.glob(f"{top}/**/*")}
    assert {f"game/{p.relative_to(ROOT).as_posix()}" for p in shipped if p.is_file()} <= set(found)
    code = {name for name in wheel if name.endswith(".py")}
    assert set(found) | code == set(wheel)


def test_all_modules_of_the_wheel_are_named_also_those_that_are_imported_by_name(
    wheel: list[str],
) -> None:
    found = set(contents.modules(wheel))
    assert {"game.engine.legal_actions", "game.engine.resampling"} <= found
    assert {"game", "game.cli.handlers.print_kit", "game.table.flow.main"} <= found
    assert "game.agents" not in found


def imported(source: Path) -> set[str]:
    """What a file imports, within functions too: modules, and the first name taken from each."""
    found = IMPORT.findall(source.read_text("utf-8"))
    return {module or f"{package}.{name}" for package, name, module in found}


def test_nothing_that_we_import_is_left_out(wheel: list[str]) -> None:
    ours = set(contents.modules(wheel))
    sources = [ROOT / name for name in wheel if set(contents.modules([name])) & ours]
    assert len(sources) > 300
    left_out = {
        f"{source.name}: {module}"
        for source in sources
        for module in imported(source)
        if any(f"{module}.".startswith(f"{name}.") for name in contents.EXCLUDED)
    }
    assert left_out == set()


def test_what_the_server_of_phones_loads_by_name_is_named() -> None:
    config = Server(Place("127.0.0.1", 0), PhoneFiles(), Mailbox())._server.config
    config.load()
    assert isinstance(config.ws_protocol_class, type)
    assert config.ws_protocol_class.__module__ in contents.BY_NAME
    assert f"uvicorn.loops.{config.loop}" in contents.BY_NAME
    assert all(find_spec(name) for name in contents.BY_NAME)


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [(f, p) for f, patterns in contents.KEPT.items() for p in patterns],
)
def test_what_is_kept_of_other_packages_is_there_under_that_name(folder: str, pattern: str) -> None:
    package, _, rest = folder.removesuffix("/*").partition("/")
    spec = find_spec(package)
    assert spec is not None
    assert spec.origin is not None
    top = Path(spec.origin).parent
    names = [f"{package}/{p.relative_to(top).as_posix()}" for p in (top / rest).rglob("*")]
    kept = [name for name in names if contents.is_needed(name)]
    assert any(fnmatch(name, f"*{pattern}") for name in kept)
    assert len(kept) < len(names)


def test_of_other_packages_everything_stays() -> None:
    assert contents.is_needed("openpyxl/x.xml")
    assert contents.is_needed(r"pyphen\dictionaries\hyph_da_DK.dic")
    assert not contents.is_needed(r"babel\locale-data\sv.dat")
