"""What is wrong with a case that is being written: listed, led to, mended where it is certain."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from game.casebook.unfinished import is_unfinished
from game.content import Problem
from game.content.document import Document
from game.content.positions import KeyPath
from game.gui.screen import ScreenHost
from game.i18n import Words
from game.table.editor.certain import Change, ChangesDialog, changes, mended
from game.table.editor.draft import Draft
from game.table.editor.judge import Judge, begin_of, path_of
from game.table.editor.places import lacking_at, told_place
from game.table.editor.problem_list import ProblemList
from game.table.editor.remedies import remedy_of
from game.table.editor.sections import SECTIONS, section_of
from game.table.parts.troubles import Trouble
from game.wording import case_problems


class ProblemsHost(Protocol):
    """The editor: its case, the judge of it, and where it goes."""

    draft: Draft
    judge: Judge
    file: str
    app: ScreenHost

    def forget_typed(self) -> None:
        """Leave the fields: what was typed stands in the case."""

    def go_to_path(self, path: KeyPath) -> None:
        """Show the field that writes a key."""

    def take(self, document: Document) -> None:
        """Go on with a document: one step back."""


class Problems:
    """The problems of the case in an editor, in the words of the screen."""

    def __init__(self, host: ProblemsHost) -> None:
        self.host = host

    def show(self) -> None:
        """List everything that is wrong or unusual."""
        self.judge_now()
        certain = self._certain
        found = ProblemList(self.troubles, lambda: len(certain()), self._ask_to_mend)
        self.host.app.push(found)

    def judge_now(self) -> None:
        """Find out all that is wrong with what stands there now."""
        host = self.host
        host.forget_typed()
        host.judge.ask(host.draft.text, host.app.lang)
        host.judge.finish()

    def troubles(self, t: Words) -> list[Trouble]:
        """All problems, each with where it leads and what mends it: errors, what is still to be
        written, and warnings, those of the first section first."""
        return [
            self._trouble(t, problem) for problem in sorted(self.host.judge.problems, key=_order)
        ]

    def _trouble(self, t: Words, problem: Problem) -> Trouble:
        remedy = remedy_of(self.host.draft, problem, self.host.file)
        at = lacking_at(self.host.draft, problem.code, path_of(problem))
        return Trouble(
            wrong=problem.severity == "error" and not is_unfinished(problem),
            lacks=is_unfinished(problem),
            where=told_place(t, self.host.draft, at),
            said=case_problems.said(t, problem),
            helps=case_problems.helps(t, problem),
            go=partial(self._go, problem),
            mending=t(remedy.label) if remedy else "",
            mend=partial(self._mend, remedy.mended) if remedy else None,
        )

    def _go(self, problem: Problem) -> None:
        """Go to where a problem is mended; where that is not where it is seen, it is told there."""
        self.host.go_to_path(lacking_at(self.host.draft, problem.code, begin_of(problem)))
        if problem.begin:
            t = self.host.app.t
            told = case_problems.said(t, problem), case_problems.helps(t, problem)
            self.host.app.toast(" ".join(told))

    def _mend(self, mended: Callable[[], Document]) -> None:
        self.host.take(mended())
        self.judge_now()

    # ------------------------------------------------------------------ what is certain
    def _certain(self) -> list[Change]:
        document = self.host.draft.document
        return changes(document, mended(document))

    def _ask_to_mend(self) -> None:
        draft = self.host.draft
        mend = partial(self._mend, partial(mended, draft.document))
        self.host.app.push(ChangesDialog(draft, self._certain(), mend))


def _order(problem: Problem) -> tuple[str, bool, int]:
    section = section_of(path_of(problem))
    return problem.severity, is_unfinished(problem), SECTIONS.index(section)
