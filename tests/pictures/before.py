"""The screens before the table."""

from __future__ import annotations

from game.content import summaries
from game.resources import SCENARIOS
from game.table.screens.announcement import Announcement, AnnouncementFlow
from game.table.screens.choose_case import ChooseCase, ChooseFlow
from game.table.screens.seats import ChooseRole, Seats, SeatsFlow
from game.table.screens.start import Start, StartFlow
from game.table.screens.story import Notes, Story, StoryFlow
from tests import staging
from tests.pictures.studio import Studio, look, nothing


@look("01-start")
def _start(studio: Studio) -> None:
    studio.show(Start(StartFlow(nothing, nothing, nothing)))


@look("02-start-continue")
def _continue(studio: Studio) -> None:
    saved = staging.case().title.read(studio.app.lang)
    studio.show(Start(StartFlow(nothing, nothing, nothing, nothing, saved)))


@look("03-cases")
def _cases(studio: Studio) -> None:
    studio.show(ChooseCase(summaries(SCENARIOS), ChooseFlow(nothing, nothing)))


@look("04-story")
def _story(studio: Studio) -> None:
    studio.show(Story(staging.case(), StoryFlow(nothing, nothing)))


@look("05-notes")
def _notes(studio: Studio) -> None:
    _story(studio)
    studio.app.push(Notes(staging.case()))


@look("06-seats")
def _seats(studio: Studio) -> None:
    studio.show(Seats(staging.case(), SeatsFlow(nothing, nothing)))


@look("07-seats-eight")
def _eight(studio: Studio) -> Seats:
    taken = staging.begin(studio.folder, 8, 1)
    screen = Seats(staging.case(), SeatsFlow(nothing, nothing), taken.state.seats)
    taken.close()
    studio.show(screen)
    return screen


@look("08-roles")
def _roles(studio: Studio) -> None:
    screen = _eight(studio)
    studio.app.push(ChooseRole(screen, screen.places.seats[2]))


@look("09-announcement")
def _announcement(studio: Studio) -> None:
    studio.show(Announcement(staging.case(), AnnouncementFlow(nothing, nothing)))
