"""Troubles of session files, and the errors that report them in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Final

from game.frozen import frozen
from game.i18n import Words, mark, words
from game.i18n.letters import Letters
from game.i18n.message import Message, MessageError, with_remedy
from game.letters import printable
from game.session.error_texts import IN_A_LINE, MESSAGES, REMARKS, REPAIR

UNKNOWN: Final = frozenset({"unknown_kind", "unknown_field", "unknown_word"})
"""Troubles with names unknown to this version; each has a parameter ``name``."""

NEWER: Final = frozenset({"newer", "newer_game", "newer_line", "newer_rules"})
"""Troubles that only mean a newer version wrote the file; nothing is wrong with it."""

FOREIGN: Final = frozenset(
    {
        "not_found",
        "is_folder",
        "cannot_open",
        "empty",
        "not_a_session",
        "too_large",
        "broken_archive",
        "none_inside",
        "several_inside",
        "not_inside",
    }
)
"""Troubles of what is no session at all, or cannot be looked at: nothing is damaged."""

PASSING: Final = frozenset({"not_found", "cannot_open"})
"""Troubles that may be over the next time: a file is in use, or its drive is away. What was not
found out because of them is kept nowhere."""

_AT_LINE: Final = mark("Line {line}: {problem}")


@frozen
class Trouble:
    """Something wrong with a session file. ``line`` counts from 1; 0 is the whole file."""

    code: str
    line: int = 0
    params: Mapping[str, object] = field(default_factory=dict)

    @property
    def harmless(self) -> bool:
        """Whether the content of the session is unaffected."""
        return self.code in REMARKS

    @property
    def newer(self) -> bool:
        """Whether a newer version of the program wrote this, rather than anything being wrong."""
        return self.code in NEWER

    @property
    def foreign(self) -> bool:
        """Whether this is no session that can be looked at, rather than a damaged one."""
        return self.code in FOREIGN

    @property
    def message(self) -> Message:
        """What is wrong, with its line."""
        if not self.line:
            return self._filled(MESSAGES[self.code][0])
        problem = self._filled(IN_A_LINE.get(self.code, MESSAGES[self.code][0]))
        return Message(_AT_LINE, {"line": self.line, "problem": problem})

    @property
    def remedy(self) -> Message:
        """What to do about it; empty where nothing has to be done."""
        in_a_line = self.line and self.code in IN_A_LINE
        return self._filled(REPAIR if in_a_line else MESSAGES[self.code][1])

    def _filled(self, text: str) -> Message:
        params = {name: _printable(value) for name, value in self.params.items()}
        if self.code == "bad_text":
            params["letters"] = Letters(str(self.params["letters"]))
        return Message(text, params)

    def at(self, line: int) -> Trouble:
        """The same at a line of the file."""
        return replace(self, line=line)

    def translate(self, t: Words) -> str:
        """What is wrong, with its line, and what to do about it."""
        return with_remedy(self.message.translate(t), self.remedy.translate(t))

    def __str__(self) -> str:
        return self.translate(words("en"))


def told(troubles: Iterable[Trouble], t: Words) -> Iterator[tuple[Trouble, str]]:
    """Troubles in words; what to do about several alike stands with the first of them."""
    said = set[str]()
    for trouble in troubles:
        repeated = (remedy := str(trouble.remedy)) in said
        said.add(remedy)
        yield trouble, trouble.message.translate(t) if repeated else trouble.translate(t)


def unreadable(error: CodecError, line: int) -> Trouble:
    """The trouble of a line that has a correct checksum but cannot be decoded.

    A program writes nothing that it does not know, so an unknown name is that of a newer version.
    What somebody has changed by hand has a wrong check and never comes here.
    """
    if error.trouble.code in UNKNOWN:
        return Trouble("newer_line", line, error.trouble.params)
    return error.trouble.at(line)


def other_rules(theirs: int, ours: int, line: int = 0) -> Trouble:
    """The trouble of a session played by another version of the rules, older or newer."""
    code = "newer_rules" if theirs > ours else "rules_version"
    return Trouble(code, line, {"theirs": theirs, "ours": ours})


def _printable(value: object) -> object:
    """Replace control characters, since a file from outside may contain some for terminals."""
    if isinstance(value, Message):
        return replace(value, text=str(_printable(value.text)))
    return printable(value) if isinstance(value, str) else value


class SessionError(MessageError):
    """A session operation failed; ``trouble`` has the code and parameters."""

    def __init__(self, code: str, line: int = 0, **params: object) -> None:
        self.trouble = Trouble(code, line, params)
        super().__init__(self.trouble.message, self.trouble.remedy)


class CodecError(SessionError, ValueError):
    """A value in a file that does not fit its field."""


class ReadError(SessionError):
    """The file cannot be opened, or is not a session."""


class SaveError(SessionError):
    """Saving failed. The game is unchanged."""


class InUseError(SessionError):
    """Another program has the session open."""


class EntryError(SessionError):
    """The entry to be added does not fit the session."""


class CannotContinueError(SessionError):
    """The session can be viewed but not continued in its file.

    ``because`` is what is wrong; ``last_valid_entry`` is the number of the last entry
    before it, from which :meth:`game.session.Session.branch` can continue.
    """

    CODE = "cannot_continue"

    def __init__(self, file: str, because: Trouble, last_valid_entry: int) -> None:
        super().__init__(self.CODE, file=file)
        self.because = because
        self.last_valid_entry = last_valid_entry
        if because.newer or because.code == "cut_short":
            self.remedy = because.remedy

    def translate(self, t: Words) -> str:
        """The message, what is wrong, and what to do about it."""
        return "\n".join(m.translate(t) for m in (self.message, self.because.message, self.remedy))


class CannotAddError(CannotContinueError):
    """Nothing can be added to the session, since something in it is wrong."""

    CODE = "cannot_add"


class CannotExportError(CannotContinueError):
    """No copy of the session can be made, since something in it is wrong."""

    CODE = "cannot_export"
