"""A case that is being written: its document, what was typed since, and every step back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from game.content.document import Document
from game.content.positions import KeyPath
from game.frozen import frozen
from game.i18n import Lang
from game.table.editor.languages import Written, has_two, plain_language

MOST_STEPS: Final = 200
"""The steps back that are kept."""


@frozen
class Step:
    """A document as it once was, and what was changed after it."""

    document: Document
    what: object


class Draft:
    """The text of a case and its changes; nothing here touches a file.

    What is typed waits in ``pending`` and is written into the document by :meth:`flush`, so that a
    letter takes no time. Letters typed into one field are one step back. ``plain`` is the language
    of texts that say nothing of it; ``written`` the one, or both, in which texts are written now.
    """

    def __init__(self, text: str, lang: Lang) -> None:
        self.document = Document(text)
        self.plain = plain_language(self.document.data, lang)
        self.written: Written = "both" if has_two(self.document.data) else self.plain
        self.pending: dict[KeyPath, Any] = {}
        self.version = 0
        self._back: list[Step] = []
        self._forth: list[Step] = []
        self._saved: Document | None = self.document

    @property
    def text(self) -> str:
        """The text of the file, without what is still pending."""
        return self.document.text

    def get(self, path: KeyPath, default: Any = None) -> Any:
        """The value at a path, as it was typed last."""
        if path in self.pending:
            value = self.pending[path]
            return default if value is None else value
        return self.document.get(path, default)

    # ------------------------------------------------------------------ changes
    def type(self, path: KeyPath, value: Any) -> None:
        """Remember a value that is being typed; ``None`` leaves the key out."""
        self.pending[path] = value

    def flush(self) -> bool:
        """Write what was typed into the document; whether anything is another now."""
        pending, self.pending = self.pending, {}
        return self._go_to(_with(self.document, pending), tuple(pending))

    def put(self, path: KeyPath, value: Any) -> None:
        """Set the value at a path at once; ``None`` leaves the key out."""
        self.put_all({path: value})

    def put_all(self, values: Mapping[KeyPath, Any]) -> None:
        """Set the values at some paths at once: one step back."""
        self.flush()
        self._go_to(_with(self.document, values), None)

    def change(self, document: Document) -> None:
        """Go on with a document that was made from this one's: one step back."""
        self._go_to(document, None)

    def _go_to(self, document: Document, what: object) -> bool:
        if document is self.document or document.text == self.document.text:
            return False
        same = bool(what) and bool(self._back) and self._back[-1].what == what
        if not same:
            self._back.append(Step(self.document, what))
            del self._back[:-MOST_STEPS]
        self._forth.clear()
        self.document = document
        self.version += 1
        return True

    def end_step(self) -> None:
        """What is typed from now on is another step back, even into the same field."""
        if self._back and self._back[-1].what:
            self._back[-1] = Step(self._back[-1].document, None)

    # ------------------------------------------------------------------ back and forth
    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self._back or self.pending)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._forth)

    def undo(self) -> None:
        """Take the last step back."""
        self.flush()
        if self._back:
            self._forth.append(Step(self.document, None))
            self.document = self._back.pop().document
            self.version += 1

    def redo(self) -> None:
        """Take a step again that was taken back."""
        if self._forth and not self.pending:
            self._back.append(Step(self.document, None))
            self.document = self._forth.pop().document
            self.version += 1

    # ------------------------------------------------------------------ saving
    @property
    def unsaved(self) -> bool:
        """Whether something was changed since it was last saved."""
        saved = self._saved is not None and self.document.text == self._saved.text
        return bool(self.pending) or not saved

    def saved(self) -> None:
        """The document as it is now is on the disk."""
        self._saved = self.document

    def no_longer_saved(self) -> None:
        """The file says something else by now, though nothing was changed here."""
        self._saved = None


def _with(document: Document, values: Mapping[KeyPath, Any]) -> Document:
    """A document with other values; ``None`` leaves a key out."""
    for path, value in values.items():
        document = document.remove(path) if value is None else document.set(path, value)
    return document
