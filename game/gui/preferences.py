"""The user's preferences: language, text size, sound, motion, colours and display.

Stored in one small JSON file. A fault in the file only leads to a one-line message to the user:
defaults are used instead, and the file is not touched until a setting is changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, ClassVar, Final, Generic, Literal, TypeVar

from game.frozen import frozen
from game.i18n import LANGS, Lang, Words, mark
from game.i18n.message import MessageError
from game.i18n.os_errors import helps, reason
from game.paths import beginning
from game.resources import settings_folder
from game.writing import move, write

TextSize = Literal[100, 125, 150]
MotionWanted = Literal["full", "reduced"]
Colours = Literal["standard", "strong"]
MOST_DISPLAYS: Final = 16
_MOST_BYTES: Final = 100_000


@frozen
class Preferences:
    """The settings of the application. Without a ``lang`` the system's is used.

    ``text_size`` is in percent; ``motion`` "reduced" means no animations; "strong" ``colours`` have
    more contrast, for pale projectors; ``display`` counts the monitors from 0, ``None`` is
    the one with the window. An application adds fields of its own in a subclass.
    """

    choices: ClassVar[Mapping[str, tuple[object, ...]]] = {
        "lang": (None, *LANGS),
        "text_size": (100, 125, 150),
        "motion": ("full", "reduced"),
        "colours": ("standard", "strong"),
        "display": (None, *range(MOST_DISPLAYS)),
    }
    """What each setting can be; those not named are on or off."""

    lang: Lang | None = None
    text_size: TextSize = 100
    sound: bool = True
    motion: MotionWanted = "full"
    colours: Colours = "standard"
    fullscreen: bool = False
    display: int | None = None


_UNREADABLE = mark("The settings in {file} cannot be read ({why}). The usual ones are used.")
_DAMAGED = mark("The settings in {file} are damaged. The usual ones are used.")
_CHOOSE = mark("Choose them again in the settings; the file is kept beside the new one.")
_CHOOSE_SOME = mark("Choose these again in the settings.")
_SOME_WRONG = mark("Some settings in {file} mean nothing here: {names}. The usual ones are used.")


P = TypeVar("P", bound=Preferences)


class PreferencesFile(Generic[P]):
    """The file with a user's preferences of a ``kind``; without a ``path`` nothing is stored.

    What cannot be read is put aside before anything is written.

    ``not_saved`` is the message for when the ``folder`` cannot be written to.
    """

    def __init__(self, path: Path | None, kind: type[P], not_saved: str = "") -> None:
        self.path = path
        self.kind = kind
        self.not_saved = not_saved or "The settings are not saved: {folder} cannot be written to."
        self._problem: MessageError | None = None
        self._lost = False
        self._others: dict[str, Any] = {}
        """Settings in the file that this version does not know; they are written back unchanged."""

    @classmethod
    def of_user(cls, kind: type[P], not_saved: str = "") -> PreferencesFile[P]:
        """The file of the user who is logged in."""
        return cls(settings_folder() / "preferences.json", kind, not_saved)

    def complaint(self, t: Words) -> str:
        """The last problem with the file in one line; empty without one."""
        return "" if self._problem is None else self._problem.translate(t)

    # ------------------------------------------------------------------ reading
    def read(self) -> P:
        """The stored preferences, with defaults for missing or invalid settings."""
        self._problem, self._lost, self._others = None, False, {}
        raw = self._raw()
        known = {f.name for f in fields(self.kind)}
        self._others = {name: value for name, value in raw.items() if name not in known}
        found = {name: value for name, value in raw.items() if name in known}
        wrong = [name for name, value in found.items() if not self._fits(name, value)]
        if wrong:
            self._problem = MessageError(
                _SOME_WRONG, _CHOOSE_SOME, file=self.path, names=", ".join(wrong)
            )
        return self.kind(**{name: v for name, v in found.items() if name not in wrong})

    def _raw(self) -> dict[str, Any]:
        """The content of the file; empty, with a complaint, if it is not a preferences file."""
        try:
            if self.path is None or not self.path.exists():
                return {}
            raw = json.loads(beginning(self.path, _MOST_BYTES))
        except OSError as error:
            self._lose(_UNREADABLE, why=reason(error))
        except (ValueError, RecursionError):  # neither JSON nor UTF-8
            self._lose(_DAMAGED)
        else:
            if isinstance(raw, dict):
                return raw
            self._lose(_DAMAGED)
        return {}

    def _lose(self, told: str, **params: object) -> None:
        """Take note that the file is to be put aside, and why."""
        self._lost = True
        self._problem = MessageError(told, _CHOOSE, file=self.path, **params)

    def _fits(self, name: str, value: object) -> bool:
        """Whether a setting can have a value; types must match too, since ``1 == True``."""
        allowed = self.kind.choices.get(name, (False, True))
        return any(type(value) is type(choice) and value == choice for choice in allowed)

    # ------------------------------------------------------------------ writing
    def write(self, preferences: P) -> bool:
        """Save preferences; returns whether that succeeded."""
        self._problem = None
        if self.path is None:
            return True
        text = json.dumps({**self._others, **asdict(preferences)}, indent=2) + "\n"
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            if self._lost:
                move(self.path, self.path.with_suffix(".damaged"))
                self._lost = False
            write(self.path, text.encode())
        except OSError as error:
            self._problem = MessageError(self.not_saved, helps(error), folder=self.path.parent)
            return False
        return True


def preferred_language() -> Lang | None:
    """The language that the user has chosen, if any; problems with the file are reported later."""
    return PreferencesFile.of_user(Preferences).read().lang
