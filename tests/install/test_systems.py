"""What the systems are told of the program: icons, versions, and which files open with it."""

from __future__ import annotations

import plistlib
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

from PIL import Image

from game import __version__
from game.content.package import Package, packed
from tests.install import associations
from tests.install.icons import icons
from tests.install.version_resource import four_numbers, version_resource

SESSIONS = Path(__file__).parents[1] / "sessions"


def test_the_icons_are_made_in_the_sizes_that_each_system_shows(tmp_path: Path) -> None:
    made = icons(tmp_path)
    with Image.open(made["ico"]) as windows:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= windows.info["sizes"]
    with Image.open(made["icns"]) as mac:
        assert max(mac.info["sizes"])[:2] == (512, 512)
    with Image.open(made["png"]) as linux:
        assert linux.size == (256, 256)
        corner, middle = linux.getpixel((0, 0)), linux.getpixel((128, 128))
        assert isinstance(corner, tuple)
        assert isinstance(middle, tuple)
        assert (corner[3], middle[3]) == (0, 255)


def test_windows_is_told_the_version_of_the_program() -> None:
    class Told(list[object]):
        """A call of PyInstaller's notation: what it was given."""

        def __init__(self, *given: object, **named: object) -> None:
            super().__init__([*given, *named.items()])

    names = ("VSVersionInfo", "FixedFileInfo", "StringFileInfo", "StringTable", "StringStruct")
    known = dict.fromkeys((*names, "VarFileInfo", "VarStruct"), Told)
    text = version_resource("gevinst", "A 'quoted' text", "Kære folk")
    assert eval(text, {"__builtins__": {}}, known)
    assert f"StringStruct('ProductVersion', {__version__!r})" in text
    assert f"filevers={four_numbers(__version__)}" in text
    assert four_numbers("1.12.3rc4") == (1, 12, 3, 4)
    assert four_numbers("2") == (2, 0, 0, 0)


def test_windows_opens_a_file_whose_name_has_spaces_and_forgets_all_again() -> None:
    text, removal = associations.registry(), associations.registry_removal()
    command = r'@="\"C:\\Program Files\\Gevinstbordet\\Gevinstbordet.exe\" \"%1\""'
    assert command in text.splitlines()
    keys = [line[1:-1] for line in text.splitlines() if line.startswith("[")]
    gone = [line[2:-1] for line in removal.splitlines() if line.startswith("[-")]
    left = [key for key in keys if not any(key.startswith(top) for top in gone)]
    shared = [key for key in keys if any(f"\\{end}\\" in key for end in associations.SHARED)]
    assert left == shared
    assert all(f"[{key}]" in removal for key in left)
    assert not any(end in key for key in gone for end in associations.SHARED)


def test_the_files_for_the_registry_are_as_windows_writes_them(tmp_path: Path) -> None:
    associations.write_for_windows(tmp_path)
    for name in ("associate", "dissociate"):
        raw = (tmp_path / f"{name}.reg").read_bytes()
        assert raw.startswith(b"\xff\xfe")
        assert raw.decode("utf-16").startswith("Windows Registry Editor Version 5.00\r\n\r\n[")


def test_macos_opens_our_files_and_only_offers_itself_for_those_of_others() -> None:
    told = plistlib.loads(plistlib.dumps(associations.info_plist()))
    ours, shared = told["CFBundleDocumentTypes"]
    (declared,) = told["UTExportedTypeDeclarations"]
    assert ours["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["gevinst"]
    assert shared["CFBundleTypeExtensions"] == ["jsonl", "toml"]
    assert (ours["LSHandlerRank"], shared["LSHandlerRank"]) == ("Owner", "Alternate")


def test_linux_knows_our_files_by_their_name_and_sessions_by_their_beginning(
    tmp_path: Path,
) -> None:
    associations.write_for_linux(tmp_path)
    entry = ConfigParser(interpolation=None)
    entry.read(tmp_path / "share/applications/gevinstbordet.desktop", "utf-8")
    types = entry["Desktop Entry"]["mimetype"].split(";")
    assert entry["Desktop Entry"]["Exec"] == "gevinst %f"
    xml = ElementTree.parse(tmp_path / "share/mime/packages/gevinstbordet.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = xml.findall("m:mime-type", space)
    assert kind.get("type") == types[0]
    match, archive = kind.findall("m:magic/m:match", space)
    beginning = match.get("value")
    assert beginning
    sessions = sorted(SESSIONS.glob("*.jsonl"))
    assert len(sessions) > 2
    assert all(path.read_text("utf-8").startswith(beginning) for path in sessions)
    (name,) = archive.findall("m:match", space)
    raw = packed(Package(b"case"))
    assert str(archive.get("value")).encode().decode("unicode_escape").encode() == raw[:4]
    at, called = int(str(name.get("offset"))), str(name.get("value")).encode()
    assert raw[at : at + len(called)] == called
    assert kind.find("m:sub-class-of", space) is None, "a packed case is no text"
