"""Draws a saved game in a list: its case, when and by whom it was played, its tags, its result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from game.frozen import frozen
from game.gui import theme
from game.gui.geometry import Box
from game.gui.paint.canvas import Canvas
from game.i18n import Lang, Words
from game.session.finding import SessionKeys, keys_of
from game.session.folder import FolderEntry
from game.session.index import ListedSession
from game.session.locations import given_name
from game.session.repair_told import is_damage
from game.table.parts.begun import begun_line
from game.wording import terms

_TITLE = (28, 22)
_SMALL = (24, 23, 22)
_TAGS = (24, 23, 22, 21, 20, 19, 18)
Align = Literal["left", "right"]


@frozen
class SessionRow:
    """A saved game in a list, which is sorted by ``rank``, then by age, and found by its keys.

    ``place`` says where it lies, if that is not with the other games.
    """

    rank: int
    found: ListedSession
    place: str = ""
    keys: SessionKeys = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", keys_of(self.found))

    def title(self, lang: Lang) -> str:
        """The title of its case."""
        return self.found.title(lang)


def draw_session(row: SessionRow, file: FolderEntry | None, c: Canvas, box: Box) -> None:
    """Draw a game, and what is wrong with its ``file``, as far as that was looked at."""
    t, found = c.t, row.found
    c.panel(box, theme.PAPER, 14, lift=6)
    sign, rest = box.inset(20, 6).cut_left(42, 18)
    wrong = "" if file is None else _wrong(t, file)
    went_on = found.origin is not None and not found.repaired
    icon = "git-branch" if went_on else "flag" if found.over else "hourglass"
    c.icon("triangle-alert" if wrong else icon, sign.place(36, 36), theme.INK)
    result, words = rest.cut_right(min(380, rest.w * 0.34), 20)
    words = _draw_tags(c, words, found)
    _draw_lines(c, words, row.title(t.lang), _facts(c, row, words.w))
    _draw_lines(c, result, wrong or _end(t, found), _length(t, found), "right")


def _wrong(t: Words, file: FolderEntry) -> str:
    """What is wrong with a file, if anything is."""
    if file.trouble is not None and is_damage(file.trouble):
        return t("Damaged")
    return t("Cut off at its end") if file.cut_off else ""


def _length(t: Words, found: ListedSession) -> str:
    """The decisions of a game, and its minutes, where it took at least one."""
    parts = [t.plural("{n} decision", "{n} decisions", found.decisions)]
    if minutes := round(found.played / 60):
        parts.append(t("{n} min", n=minutes))
    return " · ".join(parts)


def _draw_lines(c: Canvas, box: Box, title: str, facts: str, align: Align = "left") -> None:
    """A line with a title, and a smaller one below."""
    upper, lower = box.rows([6, 5], 0)
    c.text(upper, title, _TITLE, theme.INK, "semibold", align=align, valign="middle")
    c.text(lower, facts, _SMALL, theme.INK_SOFT, align=align, valign="middle")


def _draw_tags(c: Canvas, box: Box, found: ListedSession) -> Box:
    """Draw the tags of a game in a column of their own; returns what is left of the box."""
    if not found.tags:
        return box
    place, rest = box.cut_right(min(330, box.w * 0.38), 20)
    sign, words = place.cut_left(24, 8)
    c.icon("tag", sign.place(22, 22), theme.ACCENT_DARK)
    text = ", ".join(found.tags)
    c.text(words, text, _TAGS, theme.ACCENT_DARK, "semibold", valign="middle")
    return rest


def _facts(c: Canvas, row: SessionRow, wide: float) -> str:
    """The session's name, when it was begun (not when a note was added), where, and by whom.

    Of two files that went apart it is said that they did, and of a repaired one that it is that.

    Where the names have no room, it is said how many there are.
    """
    found = row.found
    day = begun_line(c.t, found.created, found.branch)
    apart = c.t("went on in two ways") if found.apart else ""
    repaired = c.t("repaired") if found.repaired else ""
    known = [fact for fact in (given_name(found.path), day, row.place, apart, repaired) if fact]
    for names in _players(c.t, found):
        text = " · ".join((*known, names))
        if c.type.width(text, _SMALL[0] * c.type.grow) <= wide:
            return text
    return " · ".join((*known, c.t.plural("{n} seat", "{n} seats", len(found.seats))))


def _players(t: Words, found: ListedSession) -> Iterator[str]:
    """The names of a game, the longest way first: with those from whom a seat was taken over."""
    names = ", ".join(seat.name for seat in found.seats)
    if found.before:
        yield t("{names}; before: {before}", names=names, before=", ".join(found.before))
    yield names


def _end(t: Words, found: ListedSession) -> str:
    """How the game ended, or how far it got."""
    if found.over and found.ending is not None:
        return terms.ending(t, found.ending, own_project=found.own_project)
    return t("Round {n}", n=max(1, found.round))
