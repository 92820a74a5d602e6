"""The file of a session that is played: every line in memory, on the disk, and in a second copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.session.errors import SaveError, Trouble
from game.session.keeping import NOT_KEPT, Keeping, SecondCopy
from game.session.store import Store
from game.session.upcasts import Raw
from game.session.writing import entry_lines


class SessionFile:
    """Appends the lines of a session, each of which is saved when the call returns.

    ``head`` is the line that identifies the session. ``home`` is the folder where the game belongs:
    where it went on in another one, the places of ``keeping`` remember that.
    """

    def __init__(
        self,
        store: Store,
        lines: list[bytes],
        head: Raw,
        *,
        home: Path | None = None,
        keeping: Keeping = NOT_KEPT,
        ended: bool = True,
    ) -> None:
        self.head = head
        self._store = store
        self._lines = lines
        self._home = home or store.path.parent
        self._keeping = keeping
        self._ended = ended
        self._failed = False
        self._copy = self._second_copy()
        self._remember()

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    def append(self, raw: Raw) -> None:
        """Append an entry, or change nothing and raise :class:`SaveError`."""
        lines = entry_lines(raw, self.head, self._lines[-1])
        data = b"".join(lines)
        if self._failed:  # what was in the way may be gone, or a stick be back
            self._store.rejoin(b"".join(self._lines))
        self._failed = True
        self._store.append(data if self._ended else b"\n" + data)
        self._failed, self._ended = False, True
        self._lines += lines
        if self._copy is not None:
            self._copy.append(data)

    def move_to(self, folder: Path) -> Path:
        """Go on in a new file that holds everything so far; returns that file."""
        store = Store.create(folder, self.path.stem, self._lines)
        self.close()
        self._store, self._failed, self._ended = store, False, True
        self._copy = self._second_copy()
        self._remember()
        return store.path

    def close(self) -> None:
        """Close the file and its copy. Everything is saved already."""
        self._store.close()
        if self._copy is not None:
            self._copy.close()

    def take_trouble(self) -> Trouble | None:
        """What is wrong with the second copy; told once."""
        if self._copy is None or self._copy.trouble is None:
            return None
        trouble, self._copy = self._copy.trouble, None
        return trouble

    # ------------------------------------------------------------------ other places
    def _second_copy(self) -> SecondCopy | None:
        copies = self._keeping.copies
        if copies is None or copies == self.path.parent:
            return None
        return SecondCopy(copies, self.path.stem, self._lines)

    def _remember(self) -> None:
        self._keeping.places.add(self._home, self.path.parent)
        self._keeping.remember(self.path)


def create_store(
    folder: Path, fallbacks: Iterable[Path], name: str, lines: list[bytes]
) -> tuple[Store, Trouble | None]:
    """A new file in the first writable folder, and a warning unless that is ``folder``."""
    try:
        return Store.create(folder, name, lines), None
    except SaveError as error:
        first = error
    for fallback in fallbacks:
        try:
            store = Store.create(fallback, name, lines)
        except SaveError:
            continue
        return store, Trouble("elsewhere", 0, {"folder": str(folder), "place": str(fallback)})
    params = first.trouble.params
    raise SaveError("nowhere", folder=params["folder"], why=params["why"])
