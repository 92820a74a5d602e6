"""Which files open with the program: one description, written as each system wants it.

A file of ours ends in ``.gevinst``, be it a packed case or a session: the program tells them apart
by what stands in it. Sessions are saved as ``.jsonl`` and cases as ``.toml``, which are other
programs' too: for these the program is only offered under *Open with*.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from game import __version__
from game.content.package import CASE

SUFFIX: Final = ".gevinst"
SHARED: Final = (".jsonl", ".toml")
TITLE: Final = "Gevinstbordet"
IDENTIFIER: Final = "dk.gevinstbordet"
MIME: Final = "application/x-gevinstbordet"
FOLDER: Final = r"C:\Program Files\Gevinstbordet"
"""Where the files for Windows' registry expect the program."""
_CLASS: Final = "Gevinstbordet.File"
_CLASSES: Final = r"HKEY_LOCAL_MACHINE\SOFTWARE\Classes"
_ABOUT: Final = {"da": "Case eller spil til Gevinstbordet", "en": "Case or game of Gevinstbordet"}
_NAME_AT: Final = 30
"""Where in an archive the name of its first member stands: the case, as we pack one."""
_SESSION: Final = '{"gevinstbordet":"session"'


def write_for_windows(folder: Path) -> None:
    """Two files for the registry: one that associates, one that takes it back."""
    for name, text in (("associate", registry()), ("dissociate", registry_removal())):
        (folder / f"{name}.reg").write_text(text, "utf-16", newline="\r\n")


def write_for_linux(folder: Path) -> None:
    """What goes into ``/usr/share``: an entry of the menu, and the type of our files."""
    for name, text in {
        "applications/gevinstbordet.desktop": desktop_entry(),
        "mime/packages/gevinstbordet.xml": mime_type(),
    }.items():
        path = folder / "share" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


# ------------------------------------------------------------------ Windows
def registry() -> str:
    """The keys that associate our files on Windows, for all users of the machine."""
    program = rf"{FOLDER}\{TITLE}.exe"
    open_with = {rf"{suffix}\OpenWithProgids": {_CLASS: ""} for suffix in (SUFFIX, *SHARED)}
    return _registry_file(
        {
            SUFFIX: {"": _CLASS},
            **open_with,
            _CLASS: {"": _ABOUT["da"]},
            rf"{_CLASS}\DefaultIcon": {"": f"{program},0"},
            rf"{_CLASS}\shell\open\command": {"": f'"{program}" "%1"'},
        }
    )


def registry_removal() -> str:
    """The keys that take back what :func:`registry` sets, and nothing of other programs."""
    lines = [f"[-{_CLASSES}\\{key}]" for key in (SUFFIX, _CLASS)]
    for suffix in SHARED:
        lines += ["", f"[{_CLASSES}\\{suffix}\\OpenWithProgids]", f'"{_CLASS}"=-']
    return "\n".join([_REGISTRY_HEAD, "", *lines, ""])


_REGISTRY_HEAD: Final = "Windows Registry Editor Version 5.00"


def _registry_file(keys: dict[str, dict[str, str]]) -> str:
    lines = [_REGISTRY_HEAD]
    for key, values in keys.items():
        lines += ["", f"[{_CLASSES}\\{key}]"]
        lines += [
            f"{_quoted(name) if name else '@'}={_quoted(text)}" for name, text in values.items()
        ]
    return "\n".join([*lines, ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", r"\\").replace('"', r"\"")
    return f'"{escaped}"'


# ------------------------------------------------------------------ macOS
def info_plist() -> dict[str, Any]:
    """What macOS reads of the program, beside what PyInstaller writes by itself."""
    return {
        "CFBundleDisplayName": TITLE,
        "CFBundleShortVersionString": __version__,
        "CFBundleDevelopmentRegion": "da",
        "CFBundleLocalizations": ["da", "en"],
        "NSHighResolutionCapable": True,
        "LSApplicationCategoryType": "public.app-category.board-games",
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.file",
                "UTTypeDescription": _ABOUT["da"],
                "UTTypeConformsTo": ["public.data"],  # a packed case is no text
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX[1:]],
                    "public.mime-type": [MIME],
                },
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": _ABOUT["da"],
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.file"],
            },
            {
                "CFBundleTypeName": _ABOUT["da"],
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "CFBundleTypeExtensions": [suffix[1:] for suffix in SHARED],
            },
        ],
    }


# ------------------------------------------------------------------ Linux
def desktop_entry() -> str:
    """The entry in a Linux desktop's menu; ``gevinst`` is looked for on the path."""
    return f"""[Desktop Entry]
Type=Application
Name={TITLE}
Comment=A board game about turning a change into benefit
Comment[da]=Et brætspil om at gøre en forandring til gevinst
Exec=gevinst %f
Icon=gevinstbordet
Terminal=false
Categories=Game;BoardGame;Education;
MimeType={MIME};application/x-ndjson;application/jsonl;application/toml;
StartupWMClass={TITLE}
"""


def mime_type() -> str:
    """Our files as Linux desktops know them: by their name's end, else by how they begin."""
    beginning = _SESSION.replace('"', "&quot;")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME}">
    <comment>{_ABOUT["en"]}</comment>
    <comment xml:lang="da">{_ABOUT["da"]}</comment>
    <glob pattern="*{SUFFIX}"/>
    <magic priority="80">
      <match type="string" offset="0" value="{beginning}"/>
      <match type="string" offset="0" value="PK\\003\\004">
        <match type="string" offset="{_NAME_AT}" value="{CASE}"/>
      </match>
    </magic>
    <icon name="gevinstbordet"/>
  </mime-type>
</mime-info>
"""
