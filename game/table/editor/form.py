"""The form of one card: what its fields need to know, and what they call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from game.content import Problem
from game.content.positions import KeyPath
from game.frozen import frozen
from game.gui.screen import Screen
from game.gui.ui import Ui
from game.i18n import Lang, Words
from game.table.editor.draft import Draft
from game.table.editor.fields import Below, Field, tip
from game.table.editor.judge import Judge
from game.wording import case_problems


@frozen
class Wrong:
    """What was typed into the field of the key at a path and cannot be taken; ``why`` says so."""

    path: KeyPath
    text: str
    why: str


@frozen
class Noted:
    """What is ``said`` of the value at a path that a step back or forth has changed."""

    path: KeyPath
    said: str


@frozen
class Complaint:
    """What is told of a field, what helps, and whether it is an error or only unusual."""

    said: str
    helps: str = ""
    wrong: bool = True


class FormHost(Protocol):
    """The screen on which a form stands."""

    draft: Draft
    judge: Judge
    typed: dict[str, str]
    wrong: dict[str, Wrong]
    noted: Noted | None

    def typing(self, key: str, text: str) -> None:
        """A letter was typed into a field."""

    def changed(self) -> None:
        """A value is another one now."""

    def push(self, screen: Screen) -> None:
        """Show a screen over this one."""

    def choose_picture(self, name: Callable[[str], object]) -> None:
        """Let a picture file be chosen, which then lies beside the case by this name."""


@frozen
class Form:
    """The fields of the card at ``base``, drawn on ``ui``."""

    ui: Ui
    host: FormHost
    base: KeyPath

    @property
    def t(self) -> Words:
        """The translations of the current language."""
        return self.ui.t

    @property
    def draft(self) -> Draft:
        """The case that is written."""
        return self.host.draft

    @property
    def langs(self) -> tuple[Lang, ...]:
        """The languages in which texts are written now."""
        written = self.draft.written
        return ("da", "en") if written == "both" else (written,)

    def path(self, below: Below) -> KeyPath:
        """The path of a key in the file; ``..`` goes up."""
        path: KeyPath = self.base
        for part in below:
            path = path[:-1] if part == ".." else (*path, part)
        return path

    def get(self, below: Below, default: Any = None) -> Any:
        """The value of a key of this card."""
        return self.draft.get(self.path(below), default)

    def put(self, below: Below, value: Any) -> None:
        """Set a key of this card."""
        self.put_all({below: value})

    def put_all(self, values: Mapping[Below, Any]) -> None:
        """Set some keys of this card in one step."""
        self.draft.put_all({self.path(below): value for below, value in values.items()})
        self.host.changed()

    def setter(self, below: Below) -> Callable[[Any], None]:
        """A callback that sets a key of this card."""
        return lambda value: self.put(below, value)

    def key(self, below: Below, more: str = "") -> str:
        """The key of the widget in which a key of the case is written."""
        return widget_key(self.path(below), more)

    def tip(self, below: Below) -> str:
        """What a key means."""
        return tip(self.t, self.path(below))

    def complaint(self, field: Field) -> Complaint | None:
        """What is wrong with a field, as it was typed or stands in the file, or is unusual.

        What a step has just changed in it comes first.
        """
        found: list[Problem] = []
        noted = self.host.noted
        for below in field.keys:
            if noted is not None and noted.path[: len(self.path(below))] == self.path(below):
                return Complaint(self.t(noted.said), wrong=False)
            if wrong := self.host.wrong.get(self.key(below)):
                return Complaint(wrong.why)
            path = self.path(below)
            found += self.host.judge.at(path) if path else []
        for problem in sorted(found, key=lambda problem: problem.severity):  # errors first
            said = case_problems.said(self.t, problem)
            helps = case_problems.helps(self.t, problem)
            return Complaint(said, helps, problem in self.host.judge.wrong)
        return None


def widget_key(path: KeyPath, more: str = "") -> str:
    """The key of the widget that writes the key at a path."""
    return f"field:{'.'.join(map(str, path))}{':' if more else ''}{more}"
