"""The debrief screen: six phases, one page at a time, turned by the facilitator."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from game.content.case import Case
from game.debrief import Moment
from game.debrief.others import GroupFacts, elsewhere
from game.debrief.talk import Kind, PageKind
from game.frozen import frozen
from game.gui.background import Background
from game.gui.screen import ScreenHost
from game.gui.widgets.button import Button
from game.gui.widgets.label import Label
from game.i18n import Words
from game.session.annotating import Annotatable
from game.table.after.debrief.others import OthersPage
from game.table.after.debrief.pages import all_pages
from game.table.after.debrief.voting import voting
from game.table.after.register.dialog import RegisterDialog, register_button
from game.table.parts.discussion.discussion import Discussion, DiscussionExits
from game.table.parts.discussion.page import DiscussionPage
from game.table.parts.discussion.screen import DiscussionPart, DiscussionScreen
from game.wording.debrief_texts import PHASES, DebriefPhase, phase_lead, phase_name

_FIRST_ONLY: frozenset[PageKind] = frozenset({"harvest", "owners"})
"""The kinds of pages that are as many as the benefits."""
_VOTED_ON: frozenset[PageKind] = frozenset({"timeline", "choosing", "next_steps"})
"""The pages from which the group may vote: on what to talk about, and on what to do."""
PLAYED_PHASES: frozenset[DebriefPhase] = frozenset({"happened", "learned", "what_if"})
"""The phases that speak of what the game did."""


@frozen
class DebriefPlace:
    """A page by what it is, so that it is found again in another debrief of the same game, and
    whether people were ``named`` there."""

    phase: str
    kind: Kind | None
    moment: Moment | None
    named: bool = True


class DebriefScreen(DiscussionScreen):
    """The debrief of a session, finished or not.

    ``additions`` is the session: a :class:`game.session.Session` that is open, or a
    :class:`game.session.SavedSession`. Check-ins, notes and next steps are saved there at once.
    ``others`` reads what other groups did with the same case. Of the key moments those that were
    chosen have their page; any other one is opened from the timeline. Of the pages that go through
    every benefit the first is shown, which has what differed most; the others when they are asked
    for.
    """

    def __init__(
        self,
        case: Case,
        additions: Annotatable,
        exits: DiscussionExits,
        others: Callable[[], Sequence[GroupFacts]] | None = None,
    ) -> None:
        self.discussion = Discussion(case, additions, exits)
        self._all = all_pages(self.discussion, self._open, self._anew)
        self._visited: Moment | None = None
        self._whole: set[PageKind] = set()
        self.pages = self._shown_pages()
        self._others = others
        self._reading: Background[Sequence[GroupFacts]] = Background()

    def shown(self, app: ScreenHost) -> None:
        """Begin to read what other groups did, once; that takes seconds, so a thread does it."""
        super().shown(app)
        if self._others is not None:
            self._reading.start(self._others)
            self._others = None

    def update(self, dt: float) -> None:
        """Add the page about other groups when their games have been read."""
        super().update(dt)
        if self._reading.over:
            self.compare_with(self._reading.take())

    def foot_buttons(self) -> list[Button]:
        """Those of every discussion; at its end one that reads an edited register back."""
        buttons = [*super().foot_buttons(), *self._more_buttons()]
        if self.pages[self.at].kind in _VOTED_ON:
            buttons.append(self._vote_button())
        if self.phase == "next":
            buttons.append(register_button(self.ui, partial(self._register, "")))
        return buttons

    def _more_buttons(self) -> list[Button]:
        """Where there are more pages like this one: a button that shows or leaves them out."""
        t, kind = self.ui.t, self.pages[self.at].kind
        count = sum(page.kind == kind and not page.blank for page in self._all)
        if kind not in _FIRST_ONLY or count < 2:
            return []
        whole = kind in self._whole
        text = t("Only the first") if whole else t("All {n} pages", n=count)
        label = Label(text, icon="minus" if whole else "plus", style="quiet")
        return [Button("more", self.ui.area, label, partial(self._toggle, kind))]

    def _vote_button(self) -> Button:
        """Everybody says with dots what to talk about, or what to do first."""
        label = Label(self.ui.t("Vote with dots"), icon="vote", style="quiet")
        return Button("vote", self.ui.area, label, self._vote)

    def _vote(self) -> None:
        page = self.pages[self.at]
        page.save_fields(self.ui)
        steps = page.kind == "next_steps"
        self.app.push(voting(self.discussion, self._anew, steps=steps))

    def _toggle(self, kind: PageKind) -> None:
        """Show all pages of a kind, or the first of them alone."""
        self._whole ^= {kind}
        self._show(self.pages[self.at])
        self.refresh()

    def _register(self, file: str) -> None:
        self.pages[self.at].save_fields(self.ui)
        self.app.push(RegisterDialog(self.discussion, self._anew, file))

    def take_file(self, path: str) -> bool:
        """Read an edited register that is dropped here."""
        self._register(path)
        return True

    @property
    def place(self) -> DebriefPlace:
        """Where the debrief is."""
        return replace(_place_of(self.pages[self.at]), named=self.discussion.named)

    def begin_at(self, place: DebriefPlace) -> None:
        """Begin where an earlier debrief of the same game was left, at least in its phase.

        Names that were hidden then are hidden still.
        """
        self.discussion.named = place.named
        places = [_place_of(page) for page in self.pages]
        alike = [n for n, other in enumerate(places) if other.phase == place.phase]
        same = [n for n in alike if replace(places[n], named=place.named) == place]
        self.at = next(iter((*same, *alike)), 0)

    def compare_with(self, groups: Sequence[GroupFacts]) -> None:
        """Tell what these groups did, if there is enough to tell."""
        self.discussion.groups = tuple(groups)
        if elsewhere(self.discussion.debrief, groups):
            place = max(n for n, page in enumerate(self._all) if page.phase == "learned") + 1
            self._all.insert(place, OthersPage(self.discussion))
            self._show(self.pages[self.at])
        self.refresh()

    def parts(self, t: Words) -> Sequence[DiscussionPart]:
        """The six phases."""
        return [
            DiscussionPart(phase, self._name(t, phase), phase_lead(t, phase)) for phase in PHASES
        ]

    def _name(self, t: Words, phase: DebriefPhase) -> str:
        """The title of a phase; in an own project it says where only play is spoken of."""
        name = phase_name(t, phase)
        if self.discussion.case.own_project and phase in PLAYED_PHASES:
            return t("In play: {section}", section=name)
        return name

    @property
    def counted_pages(self) -> Sequence[DiscussionPage]:
        """The pages that are shown; what is only looked at does not count."""
        return self._shown_pages(visited=False)

    # ------------------------------------------------------------------ which pages there are
    def _shown_pages(self, *, visited: bool = True) -> list[DiscussionPage]:
        """All pages but those of moments that are neither chosen nor looked at just now.

        And but for those of benefits that nobody has asked for, and those with nothing to show.
        """
        shown = (*self.discussion.chosen, *([self._visited] if visited else []))
        pages = [page for page in self._all if page.moment is None or page.moment in shown]
        pages = [page for page in pages if not page.blank]
        first = {page.kind: page for page in reversed(pages)}
        left_out = _FIRST_ONLY - self._whole
        return [page for page in pages if page.kind not in left_out or first[page.kind] is page]

    def _show(self, page: DiscussionPage) -> None:
        """Stay at a page, with those beside it that there are now.

        If it is there no more: at the first of its kind, or else at the one that has its place.
        """
        self.pages = self._shown_pages()
        kinds = [other.kind for other in self.pages]
        if page in self.pages:
            self.at = self.pages.index(page)
        elif page.kind in kinds:
            self.at = kinds.index(page.kind)
        else:
            self.at = min(self.at, len(self.pages) - 1)

    def _anew(self) -> None:
        """Stay here, after something was chosen or filled in on which it depends what is shown."""
        self._show(self.pages[self.at])
        self.refresh()

    def turn(self, to: int) -> None:
        """Show another page; a moment that was only looked at is left out again."""
        super().turn(to)
        page = self.pages[self.at]
        if page.moment in self.discussion.chosen:
            self.discussion.keep_proposal()
        if page.moment is not self._visited:
            self._visited = None
        self._show(page)

    def _open(self, moment: Moment) -> None:
        """Turn to the page of a moment, chosen or not."""
        self.pages[self.at].save_fields(self.ui)
        self._visited = None if moment in self.discussion.chosen else moment
        self._show(next(page for page in self._all if page.moment is moment))
        self.turn(self.at)


def _place_of(page: DiscussionPage) -> DebriefPlace:
    return DebriefPlace(page.phase, page.kind, page.moment)
