"""The specification of an application: its name, its texts, and what help lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from pygame import Surface

from game.frozen import frozen
from game.gui.keys import KeyGroup
from game.gui.preferences import Preferences


@frozen
class AppTexts:
    """The application's own texts for messages of the toolkit (see ``mark``).

    All but the first ask before the window is closed while a screen is ``unsaved``.
    """

    too_small: str = "The window is too small. Make it larger, or press F11."
    close_title: str = "Close without saving?"
    close_text: str = "Something is not saved yet. If the window is closed now, it is lost."
    close: str = "Close the window"


@frozen
class AppSpec:
    """The specification of an :class:`~game.gui.app.App`.

    ``name`` is the title of its window and ``icon`` draws the sign that it wears.
    ``character_aliases`` are characters that act as a key of ``App.global_shortcuts``, as ``?`` for
    F1, except while a text is written. ``preferences`` is the class of what a user may prefer.
    ``key_groups`` gives every key of the application, as help
    lists them; it is called when help is opened.
    """

    name: str = "Application"
    icon: Callable[[], Surface] | None = None
    texts: AppTexts = AppTexts()
    character_aliases: Mapping[str, int] = field(default_factory=dict)
    preferences: type[Preferences] = Preferences
    key_groups: Callable[[], Sequence[KeyGroup]] = tuple
