"""The recipe of the built folder names all that the wheel has, and leaves out nothing we import."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from fnmatch import fnmatch
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

import pytest
import tomli
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

from game.phones.files import PhoneFiles
from game.phones.mailbox import Mailbox
from game.phones.server import Place, Server
from tests.install import contents
from tests.install.__main__ import BUILDER

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
        "game/docs/README.md",
        "game/docs/drejebog.da.md",
        "game/i18n/locale/da/LC_MESSAGES/gevinst.mo",
        "game/scenarios/koebenhavn-pas.toml",
    } <= set(found)
    found_here = (p for top in ("assets", "scenarios") for p in ROOT.glob(f"{top}/**/*"))
    shipped = {p for p in found_here if "__pycache__" not in p.parts}
    assert {f"game/{p.relative_to(ROOT).as_posix()}" for p in shipped if p.is_file()} <= set(found)
    code = {name for name in wheel if name.endswith(".py")}
    assert set(found) | code == set(wheel)


def test_all_modules_of_the_wheel_are_named_also_those_that_are_imported_by_name(
    wheel: list[str],
) -> None:
    found = set(contents.modules(wheel))
    assert {"game.engine.legal_actions", "game.engine.resampling"} <= found
    assert {"game", "game.cli.commands.print", "game.table.flow.main"} <= found
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
    assert not contents.is_needed(r"pyphen\dictionaries\hyph_sv.dic")


# ------------------------------------------------------------------ what builds it
BY_HAND = {"PyInstaller": "pyinstaller"}
"""What only the builder's environment has: its module, and the package that brings it."""


def test_what_builds_the_folder_is_installed_where_it_is_built() -> None:
    """The environment has the program and ``BUILDER``: whatever else happens to be here is not."""
    project = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (project["optional-dependencies"][name] for name in contents.EXTRA.split(","))
    there = installed_with([*project["dependencies"], *chain.from_iterable(extras), *BUILDER])
    brings = packages_distributions()
    for file in (ROOT / "tests" / "install").iterdir():
        if file.suffix not in (".py", ".spec") or file.name.startswith("test_"):
            continue
        for found in IMPORT.finditer(file.read_text("utf-8")):
            top = (found[1] or found[3]).partition(".")[0]
            if top in sys.stdlib_module_names or top in ("game", "tests", "__future__"):
                continue
            packages = [BY_HAND[top]] if top in BY_HAND else brings[top]
            assert {name.lower() for name in packages} & there, f"{file.name} imports {top}"


def installed_with(wanted: Iterable[str]) -> set[str]:
    """The names of packages that come with some requirements, as far as they are here."""
    found: set[str] = set()
    left = [(Requirement(text), "") for text in wanted]
    while left:
        one, extra = left.pop()
        if one.marker is not None and not one.marker.evaluate({"extra": extra}):
            continue
        found.add(one.name.lower())
        with suppress(PackageNotFoundError):
            needs = [Requirement(text) for text in requires(one.name) or ()]
            news = [need for need in needs if need.name.lower() not in found]
            left += [(need, extra) for need in news for extra in (*one.extras, "")]
    return found
