"""The follow-up meeting: what came of it all, weeks after the game."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from game.content import mend, parse
from game.gui.dialogs.modal import Question
from game.session import ItemDraft, Session, open_recording
from game.table.after.action_list.dialog import ItemDialog
from game.table.after.action_list.picker import PickDialog
from game.table.after.debrief.group import MeasuredPage
from game.table.after.debrief.harvest import HarvestPage
from game.table.after.debrief.screen import DebriefScreen
from game.table.after.follow_up.outcome_dialog import OutcomeDialog
from game.table.after.follow_up.screen import FollowUpScreen
from game.table.after.follow_up.told_dialog import ToldDialog
from game.table.after.replay.exits import ReplayExits
from game.table.after.replay.screen import ReplayScreen
from game.table.parts.discussion.page import DiscussionPage
from game.table.play.moments import aftermath
from tests.pictures.debrief import ended, fullest, open_debrief
from tests.pictures.studio import Look, Studio, enter, nothing

TODAY = date(2027, 3, 14)
STEPS = (
    ItemDraft("Mål nulpunktet for ventetiden i to uger", "Ane", date(2027, 3, 1)),
    ItemDraft("Spørg leverandøren, hvad det koster at sende sms om den ledige tid", "Bo"),
    ItemDraft(
        "Tal med tillidsrepræsentanten om morgenvagten", "Cecilie", date(2027, 2, 1), "under_way"
    ),
    ItemDraft("Hæng åbningstiderne op på døren", "Dorthe", date(2027, 4, 1), "done"),
    ItemDraft("Aftal, hvem der svarer på mail om fredagen", "", date(2027, 5, 1), "dropped"),
)
_told: set[Path] = set()


def _own(folder: Path) -> Path:
    """Games of their own: what is told here is not seen in other pictures."""
    return folder / "follow-up"


def told(session: Session) -> Session:
    """Steps that were agreed on, and what came of some things, some of it told twice."""
    if session.path in _told:
        return session
    _told.add(session.path)
    idea = session.state.ideas[0]
    track = next(idea.claims())[0]
    steps = [session.action_item(replace(step, idea=idea.id, track=track)) for step in STEPS]
    session.note(steps[0].n, "Målt i uge 8 og 9: 41 minutter i snit")
    value = {"citizen": (66, 71.5), "process": (13.5,), "employee": (49,)}
    for track, values in value.items():
        for n, found in enumerate(values):
            day = date(2027, 2 + n, 14)
            session.outcome(track=track, value=found, day=day, by="Dorthe, Borgerservice")
    _tell_benefits(session)
    return session


def _tell_benefits(session: Session) -> None:
    idea, other = session.state.ideas[:2]
    for n, (track, benefit) in enumerate(idea.claims()):
        if benefit.owner is not None:
            session.outcome(
                idea=idea.id, track=track, value=1.8 - n, text="Målt i to uger", day=TODAY
            )
    session.outcome(
        idea=idea.id, held="partly", text="Kun om formiddagen, når Ane er der", day=TODAY, by="Bo"
    )
    session.outcome(idea=other.id, held="yes", day=TODAY, by="Cecilie")


def open_meeting(studio: Studio, session: Session) -> FollowUpScreen:
    """The meeting on a session."""
    screen = FollowUpScreen(session.case, session, nothing, today=TODAY)
    studio.show(screen)
    return screen


def _page(part: str, make_session: Callable[[Path], Session], nth: int = 0) -> Look:
    def make(studio: Studio) -> None:
        screen = open_meeting(studio, make_session(studio.folder))
        mine = [n for n, page in enumerate(screen.pages) if page.phase == part]
        screen.turn(mine[nth])

    return make


def _after(folder: Path) -> Session:
    return told(ended(_own(folder), "method", 4, 3))


def _disagreeing(folder: Path) -> Session:
    """Parts that do not come to what their track shows, and a track that is worse."""
    session = ended(_own(folder) / "disagreeing", "method", 4, 3)
    if session.log.outcomes:
        return session
    session.outcome(track="economy", value=0.6, day=TODAY, by="Controller")
    session.outcome(track="employee", value=49, day=TODAY)
    owned = [
        idea for idea in session.state.ideas for track, b in idea.claims() if track == "economy"
    ]
    for idea, value in zip(owned, (0.4, 0.9), strict=False):
        session.outcome(idea=idea.id, track="economy", value=value, day=TODAY)
    return session


def _full(folder: Path) -> Session:
    return told(fullest(_own(folder)))


def _fresh(folder: Path) -> Session:
    return ended(_own(folder), "rush", 6, 4)


def _form(part: str, typed: dict[str, str], *, save: bool = False) -> Look:
    """The form of the first row of a part."""

    def make(studio: Studio) -> None:
        _page(part, _after)(studio)
        studio.look()
        key = next(w.key for w in studio.app.top.ui.widgets if w.key.startswith("tell:"))
        studio.click(key)
        form = studio.app.top.form
        for name, text in typed.items():
            form.set(name, text)
        studio.app.top.refresh()
        if save:
            studio.click("yes")

    return make


def _once_more(studio: Studio) -> None:
    """The next value, after somebody told one: who tells this one is not said yet."""
    _form("tracks", {"value": "27,5"})(studio)
    studio.app.top.meeting.by = "Dorthe, Borgerservice"
    studio.app.top.refresh()


def _unusual(studio: Studio) -> None:
    """A value that is worse than before, which is asked about."""
    _form("tracks", {"value": "48", "by": "Ane"}, save=True)(studio)


def _what_was_told(studio: Studio) -> None:
    """Everything that was told, to be withdrawn."""
    _page("tracks", _full)(studio)
    studio.look()
    studio.click("told")


def _withdrawing(studio: Studio) -> None:
    _what_was_told(studio)
    studio.look()
    studio.click("withdraw-0")


def _impossible(studio: Studio) -> None:
    """Values that an older program took, and a downside that came true."""
    session = ended(studio.folder / "impossible", "method", 5, 3)
    if not session.log.outcomes:
        session.outcome(track="citizen", value=999_999, day=TODAY, by="Dorthe")
        session.outcome(track="process", value=-4, day=TODAY)
        session.outcome(track="employee", value=49, day=TODAY)
    open_meeting(studio, session)


def _real(page: type[DiscussionPage]) -> Look:
    """The first page of a kind in the debrief, once what is real has been told."""

    def make(studio: Studio) -> None:
        screen = open_debrief(studio, _after(studio.folder))
        screen.turn(next(n for n, one in enumerate(screen.pages) if isinstance(one, page)))

    return make


def _steps_in_debrief(studio: Studio) -> None:
    screen = open_debrief(studio, _after(studio.folder))
    screen.turn(screen.count - 1)


def _step_wrong(studio: Studio) -> None:
    """A step of a debrief whose day is none."""
    _steps_in_debrief(studio)
    studio.look()
    studio.click(next(w.key for w in studio.app.top.ui.widgets if w.key.startswith("edit:")))
    studio.app.top.form.set("due", "i næste uge")
    studio.app.top.form.set("text", "")
    studio.look()
    studio.click("yes")


def _for_what(studio: Studio) -> None:
    """The list of what a step can belong to."""
    screen = open_debrief(studio, _full(studio.folder))
    screen.turn(screen.count - 1)
    studio.look()
    studio.click("subject")


def _from_a_moment(studio: Studio) -> None:
    """A step that comes of a key moment."""
    screen = open_debrief(studio, _after(studio.folder))
    screen.turn(next(n for n, page in enumerate(screen.pages) if page.moment is not None))
    studio.look()
    studio.click("item")


def _marked(studio: Studio) -> None:
    """The end of a replay, where what became of it is marked."""
    session = _after(studio.folder)
    exits = ReplayExits(nothing, nothing, aftermath, nothing, nothing, nothing)
    screen = ReplayScreen(open_recording(session.path, parse, mend), exits)
    studio.show(screen)
    for _ in range(2):  # it looks for marks once the table stands
        studio.look()
    studio.click("mark:outcome")


def _enter() -> None:
    parts = ("tracks", "benefits", "trials", "steps", "summary", "ask")
    for n, part in enumerate(parts):
        enter(f"f{n}-follow-up-{part}", FollowUpScreen, _page(part, _after))
        enter(f"g{n}-follow-up-fullest-{part}", FollowUpScreen, _page(part, _full))
        enter(f"h{n}-follow-up-untold-{part}", FollowUpScreen, _page(part, _fresh))
    enter("f4b-follow-up-summary-benefits", FollowUpScreen, _page("summary", _after, 2))
    enter("g4b-follow-up-fullest-summary-benefits", FollowUpScreen, _page("summary", _full, 2))
    enter("f4c-follow-up-summary-saving", FollowUpScreen, _page("summary", _disagreeing, 1))
    enter("g4c-follow-up-fullest-summary-saving", FollowUpScreen, _page("summary", _full, 1))
    enter("h4c-follow-up-untold-summary-saving", FollowUpScreen, _page("summary", _fresh, 1))
    enter("j0-follow-up-debrief-harvest", DebriefScreen, _real(HarvestPage))
    enter("j1-follow-up-debrief-measured", DebriefScreen, _real(MeasuredPage))
    enter("j2-follow-up-debrief-steps", DebriefScreen, _steps_in_debrief)
    enter("j3-follow-up-replay-mark", ReplayScreen, _marked)
    enter("i0-follow-up-tell-track", OutcomeDialog, _form("tracks", {"value": "27,5", "by": "Ane"}))
    enter("i0b-follow-up-tell-another", OutcomeDialog, _once_more)
    wrong = {"value": "en halv time", "day": "31-02-2027"}
    enter("i1-follow-up-tell-wrong", OutcomeDialog, _form("tracks", wrong, save=True))
    enter(
        "i2-follow-up-tell-trial",
        OutcomeDialog,
        _form("trials", {"text": "Kun om formiddagen"}, save=True),
    )
    enter("i6-follow-up-told", ToldDialog, _what_was_told)
    enter("i6b-follow-up-withdrawing", Question, _withdrawing)
    enter("i7-follow-up-unusual", Question, _unusual)
    enter("i8-follow-up-impossible", FollowUpScreen, _impossible)
    enter("i3-follow-up-tell-step", ItemDialog, _form("steps", {"answer": "Kun de store sager"}))
    enter("i4-next-step-wrong", ItemDialog, _step_wrong)
    enter("i5-next-step-for-what", PickDialog, _for_what)
    enter("i6-next-step-from-a-moment", ItemDialog, _from_a_moment)


_enter()
