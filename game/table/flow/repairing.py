"""Repairing a damaged game on the screen: the offer, the repair, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.frozen import frozen
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.paths import name_of
from game.table.flow.keeping import keeping_of
from game.table.parts.folder_names import folder_name

if TYPE_CHECKING:
    from game.session.errors import Trouble
    from game.session.repairing import Repair


@frozen
class Repairs:
    """Repairs games of a folder, and opens them again by ``open``; ``done`` is called before."""

    app: ScreenHost
    folder: Path
    open: Callable[[Path], object]
    done: Callable[[], object] = lambda: None

    def offer(
        self, path: Path, why: Trouble, *, no: str = "", on_no: Callable[[], object] | None = None
    ) -> None:
        """Ask whether a game shall be repaired; ``no`` is another way on."""
        t = self.app.t
        what = t(
            "Repairing saves all that is whole, and what can be known from it, as a new game, and "
            "says what is missing. The damaged file stays as it is."
        )
        which = why.message.translate(t).split("\n")[0] if why.line else name_of(path)
        title, yes = t("The file of this game is damaged"), t("Repair")
        repair = partial(self.repair, path)
        self.app.push(Question(title, f"{which}\n{what}", yes, repair, no=no, on_no=on_no))

    def repair(self, path: Path) -> None:
        """Repair a game, and tell what is missing; or show why that is not possible."""
        from game.session.errors import SessionError
        from game.session.repair_told import told

        t = self.app.t
        try:
            done = self._repaired(path)
        except SessionError as error:
            self.app.tell(error)
            return
        self.done()
        lines = [*told(t, done), t("Saved in {file}", file=folder_name(t, done.path))]
        title = t("The game is repaired") if done.complete else t("What was whole is saved")
        open_ = partial(self.open, done.path)
        self.app.push(Question(title, "\n".join(lines), t("Open it"), open_, no=t("Not now")))

    def _repaired(self, path: Path) -> Repair:
        """The repaired game, in the first of the folders in which it can be saved."""
        from game.content import parse
        from game.session.errors import SaveError
        from game.session.repair_told import name_of_repaired
        from game.session.repairing import repair

        name = name_of_repaired(self.app.t, path)
        *first, last = self._folders(path)
        for folder in first:
            try:
                return repair(path, parse, folder / name, time.time())
            except SaveError:
                continue
        return repair(path, parse, last / name, time.time())

    def _folders(self, path: Path) -> Iterator[Path]:
        """Beside the damaged file, unless that is where only copies are; or with the games."""
        if path.parent != self.folder and not keeping_of(self.folder).is_copy(path):
            yield path.parent
        yield self.folder
