"""Makes the set of pictures anew from its sources.

Run ``python -m game.pictures.packing FLUENT CLDR``: a folder with the npm package
``@iconify-json/fluent-emoji-flat``, and one with the folders ``annotations`` and
``annotationsDerived`` of ``cldr-annotations-full`` and ``cldr-annotations-derived-full``. Pictures
with a skin tone and flags are left out. The order is that of the annotations.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from game.pictures.library import DRAWINGS, FOLDER
from game.pictures.sequences import TONES, emoji, key_of

LANGUAGES: Final = ("da", "en")
_TONE: Final = re.compile(r"-?1f3f[b-f]")
_FLAG: Final = re.compile(r"1f1[e-f][0-9a-f]-1f1[e-f][0-9a-f]")


def main(fluent: Path, cldr: Path) -> None:
    """Pack the drawings that have a name in every language, and their words."""
    drawings = _drawings(fluent)
    words = {lang: dict(_words(cldr, lang)) for lang in LANGUAGES}
    kept = [key for key in words["en"] if key in drawings and all(key in w for w in words.values())]
    for lang, texts in words.items():
        _pack(FOLDER / f"words-{lang}.tsv.gz", ((key, texts[key]) for key in kept))
    _pack(DRAWINGS, ((key, drawings[key]) for key in kept))


def _drawings(fluent: Path) -> dict[str, str]:
    """What stands inside each drawing, by its key."""
    icons, chars = _read(fluent / "icons.json")["icons"], _read(fluent / "chars.json")
    bodies = {
        code: icons[name]["body"]
        for code, name in chars.items()
        if name in icons and not _TONE.search(code) and not _FLAG.fullmatch(code)
    }
    return {key_of(emoji(code)): body for code, body in bodies.items()}


def _words(cldr: Path, lang: str) -> Iterator[tuple[str, str]]:
    """The name and the other words of each emoji without a skin tone."""
    for kind in ("annotations", "annotationsDerived"):
        found = _read(cldr / kind / lang / "annotations.json")[kind]["annotations"]
        for letters, texts in found.items():
            if not TONES.intersection(letters):
                name = (texts.get("tts") or texts["default"])[0]
                others = (word for word in texts.get("default", ()) if word != name)
                yield key_of(letters), "|".join((name, *others))


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def _pack(path: Path, rows: Iterable[tuple[str, str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f"{key}\t{value}\n" for key, value in rows)
    path.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
