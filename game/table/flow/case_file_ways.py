"""What is done with the file of a case from the window: copied, shown, packed, printed, binned."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from game.content import ScenarioError, load
from game.content.laying import lay_another, lay_copy, throw_away
from game.content.package import SUFFIX
from game.content.packing import pack
from game.gui.dialogs.modal import Question
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.i18n.message import MessageError
from game.i18n.os_errors import NotWrittenError
from game.paths import fitting_stem
from game.resources import bin_folder, packed_folder, prints_folder
from game.table.editor.case_file import CaseFileDialog, Done, Way
from game.table.flow.case_places import lies_elsewhere
from game.table.parts.folder_names import folder_name
from game.table.parts.showing import show_in_folder
from game.writing import write_numbered


class CaseFileWays:
    """The ways of one file; ``folder`` has this author's own cases, ``after`` shows a list anew."""

    def __init__(
        self,
        app: ScreenHost,
        path: Path,
        folder: Path,
        after: Callable[[], object] = lambda: None,
    ) -> None:
        self.app = app
        self.path = path
        self.folder = folder
        self.after = after

    def show(self, title: str) -> None:
        """All that can be done with a file in a list."""
        self._open(title, [*self._kept(), *self._given_on()])

    def show_giving_on(self, title: str) -> None:
        """How a case that is open is given to others."""
        self._open(title, [*self._given_on()])

    def _open(self, title: str, ways: list[Way]) -> None:
        t = self.app.t
        where = t(
            "{file} in {folder}", file=self.path.name, folder=folder_name(t, self.path.parent)
        )
        self.app.push(CaseFileDialog(title, where, ways, partial(show_in_folder, self.app)))

    # ------------------------------------------------------------------ the ways
    def _kept(self) -> Iterator[Way]:
        t = self.app.t
        if lies_elsewhere(self.path, self.folder):
            about = t("You go on there; the file here stays as it is")
            label = t("Put a copy among your own cases")
            yield Way("own", label, about, "layers", self._lay_among_own)
        else:
            about = t("Another case to try things in: this one stays as it is")
            yield Way("copy", t("Make a copy"), about, "layers", self._copy)
        about = t("To rename it, move it, or send it yourself")
        yield Way("folder", t("Show in its folder"), about, "folder-open", self._show)
        if not lies_elsewhere(self.path, self.folder):
            about = t("You are asked first, and can take it back from there")
            yield Way("bin", t("Move it to the bin …"), about, "x", self._ask_to_throw_away)

    def _given_on(self) -> Iterator[Way]:
        t = self.app.t
        about = t("One file with its pictures (.gevinst), which others open by a double click")
        yield Way("pack", t("Pack it for others"), about, "package", self._pack)
        about = t("Board, cards and guide as PDF, for a table without a projector")
        meanwhile = t("It is being printed as PDF. That takes a moment …")
        yield Way("print", t("Print it"), about, "newspaper", self._print, meanwhile)

    # ------------------------------------------------------------------ keeping
    def _lay_among_own(self, t: Words) -> Done | None:
        return self._laid(t, lambda: lay_copy(self.path, self.folder))

    def _copy(self, t: Words) -> Done | None:
        return self._laid(t, lambda: lay_another(self.path, self.folder, t.lang))

    def _laid(self, t: Words, lay: Callable[[], Path]) -> Done | None:
        try:
            made = lay()
        except OSError as error:
            return _failed(t, self.folder, error)
        self.after()
        self.app.toast(t("It is among your own cases now: {file}", file=made.name))
        return None

    def _show(self, t: Words) -> Done | None:
        show_in_folder(self.app, self.path)
        return None

    def _ask_to_throw_away(self, t: Words) -> Done | None:
        text = t(
            "{file} leaves the list. It is moved to {folder}, not deleted: put it back among "
            "your cases to have it again.",
            file=self.path.name,
            folder=folder_name(t, bin_folder()),
        )
        title, yes = t("Move this case to the bin?"), t("Move it to the bin")
        self.app.push(Question(title, text, yes, self._throw_away, style="danger"))
        return None

    def _throw_away(self) -> None:
        t = self.app.t
        try:
            kept = throw_away(self.path, bin_folder(), datetime.now())
        except OSError as error:
            self.app.tell(NotWrittenError(bin_folder(), error))
            return
        self.after()
        self.app.toast(t("It is in the bin: {file}", file=kept))

    # ------------------------------------------------------------------ given to others
    def _pack(self, t: Words) -> Done:
        try:
            data = pack(self.path, lang=t.lang)
            packed_folder().mkdir(parents=True, exist_ok=True)
            file = write_numbered(packed_folder(), fitting_stem(self.path.stem), SUFFIX, data)
        except ScenarioError:
            return Done(t("It has errors that have to be fixed first."))
        except OSError as error:
            return _failed(t, packed_folder(), error)
        folder = folder_name(t, file.parent)
        said = t("Packed: {file} in {folder}. Send this file.", file=file.name, folder=folder)
        return Done(said, file)

    def _print(self, t: Words) -> Done:
        from game.printing import write_kit

        folder = prints_folder() / fitting_stem(self.path.stem)
        try:
            kit = write_kit(load(self.path, lang=t.lang).as_usual, folder, t)
        except ScenarioError:
            return Done(t("It has errors that have to be fixed first."))
        except MessageError as error:
            return Done(error.translate(t))
        except OSError as error:
            return _failed(t, folder, error)
        name = folder_name(t, folder)
        first = kit.files[0]
        said = t("Printed as PDF in {folder}. Begin with {file}.", folder=name, file=first.name)
        if kit.unfitting:
            said += " " + t("Some texts are too long for their cards and are printed small.")
        return Done(said, first)


def _failed(t: Words, folder: Path, error: OSError) -> Done:
    return Done(NotWrittenError(folder, error).translate(t))
