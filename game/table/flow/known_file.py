"""The file of a case that is being written: whether another program has written it meanwhile.

Nothing is written over that was not read before: what is compared is what the file says, and its
time and size only save reading it again.
"""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from game.content import own_project as files
from game.content.package import MOST_BYTES
from game.content.rewriting import rewrite
from game.paths import Stamp, beginning, is_there, stamp


class KnownFile:
    """A file, of which ``known`` is what it said when it was last read or written here."""

    def __init__(self, path: Path, known: bytes) -> None:
        self.path = path
        self.known = known
        self._stamp: Stamp = None

    @property
    def gone(self) -> bool:
        """Whether there is no such file any more."""
        return not is_there(self.path)

    def read(self) -> bytes:
        """All that is in it. Raises :class:`OSError`, also for more than any case may be."""
        raw = beginning(self.path, MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return raw

    def changed(self) -> bool:
        """Whether it may say something else than what is known, or cannot be read."""
        now = stamp(self.path)
        if now is not None and now == self._stamp:
            return False
        try:
            changed = self.read() != self.known
        except OSError:
            return True
        if not changed:  # only touched
            self._stamp = now
        return changed

    def said_elsewhere(self) -> bytes | None:
        """What another program has written there; ``None`` if nothing, or it cannot be read."""
        with suppress(OSError):
            if (now := self.read()) != self.known:
                return now
        return None

    # ------------------------------------------------------------------ writing
    def write(self, text: str) -> None:
        """Write it, over what is known of it. Raises :class:`OSError`."""
        files.save(text, "", self.path.parent, self.path)
        self._has(text.encode("utf-8"))

    def write_beside(self, text: str) -> Path | None:
        """Write it and keep what it says as a copy beside it, whose path is given.

        ``None`` if there is no such file any more. Raises :class:`OSError`, and has written
        nothing, if that cannot be kept.
        """
        if self.gone:
            self.write(text)
            return None
        raw = text.encode("utf-8")
        kept = rewrite(self.path, self.read(), raw)
        self._has(raw)
        return kept

    def _has(self, raw: bytes) -> None:
        self.known, self._stamp = raw, None
