"""The label of a button, and how it looks."""

from __future__ import annotations

from typing import Literal

from game.frozen import frozen

Style = Literal["primary", "secondary", "quiet", "danger"]


@frozen
class Label:
    """The face of a button: a text, an icon, or both.

    On a button of two lines a ``picture``, an emoji, stands in place of the icon.
    ``caption`` is a second line, on a :class:`~game.gui.widgets.two_line_button.TwoLineButton`.
    ``hint`` is the name of its key, drawn small at the right. ``size`` is the
    largest that its text may have; without one it is what is usual for the kind of button.
    """

    text: str = ""
    icon: str = ""
    caption: str = ""
    style: Style = "secondary"
    size: float | None = None
    hint: str = ""
    picture: str = ""
