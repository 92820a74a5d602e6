"""The end of the game: every verdict, every page."""

from __future__ import annotations

from game.engine import actions as act
from game.engine import events as ev
from game.report import ReportError, names_in
from game.report.file_names import file_name
from game.report.writing import FILES, LOCKED, SOMETIMES
from game.resources import system_documents
from game.table.parts.names_dialog import NamesDialog
from game.table.parts.take_home import TakeHomeDialog
from game.table.play.result import ResultScreen
from tests import staging
from tests.anonymity.speaking import speak
from tests.pictures.studio import Look, Studio, enter, nothing
from tests.staging import decide


def _verdict(verdict: ev.Verdict, page: str = "result") -> Look:
    def make(studio: Studio) -> None:
        game = studio.sit_down(staging.ended(studio.folder, verdict))
        screen = ResultScreen(game, nothing, nothing, nothing, nothing)
        screen.page = page
        studio.app.push(screen)

    return make


def _take_home(state: str) -> Look:
    """Saving the report: before, while it is refused, and when it is saved."""

    def make(studio: Studio) -> None:
        game = studio.sit_down(staging.ended(studio.folder, "price_paid"))
        dialog = TakeHomeDialog(game.session.path)
        folder, lang = system_documents() / "Gevinstbordet" / "2026-11-29-pas", studio.app.lang
        if state == "saved":
            dialog.files = [folder / file_name(lang, name) for name in (*FILES, *SOMETIMES)]
        elif state == "refused":
            refused = ReportError(*LOCKED, file=file_name(lang, "registers.xlsx"))
            dialog.complaint = refused.translate(studio.app.t)
        studio.app.push(ResultScreen(game, nothing, nothing, nothing, nothing))
        studio.app.push(dialog)

    return make


_SPOKEN = {
    0: "Bos fælles indtag",
    1: "Ane Holm og Bo begynder i Gladsaxe Kommune. Spørg Dorthe Lund. En storm kan komme.",
    16: "Storms klager",
    18: "Ét sted at ringe hen",
    24: "Spørg Ane Holm, ane.holm@gladsaxe.dk, hun kan bo her fra 12. maj 2027",
    30: "Bo fortrød",
    31: "Her sagde Love Storm nej",
    32: "For the love of it, sagde Storm",
    35: "Dorthe Lund",
}


def _names(studio: Studio) -> None:
    """What is taken out of a report without names."""
    seats = ("Ane Holm", "Bo", "Love Storm", "Spiller 4")
    session = speak(studio.folder, seats, lambda n: _SPOKEN.get(n, f"kort {n}"))
    dialog = NamesDialog(session, nothing)
    dialog.found = names_in(session, studio.app.lang)
    studio.app.push(dialog)


def _ended_early(studio: Studio) -> None:
    """The result of a game that the facilitator ended in the middle."""
    game = studio.middle()
    decide(game.session, act.EndGame())
    studio.app.push(ResultScreen(game, nothing, nothing, nothing, nothing))


enter("89-result-ended-early", ResultScreen, _ended_early)
enter("95-report-3-names", NamesDialog, _names)
for _number, _which in enumerate(ev.VERDICTS):
    enter(f"8{_number}-verdict-{_which}", ResultScreen, _verdict(_which))
for _number, _page in enumerate(("aims", "benefits", "talk")):
    enter(f"9{_number}-result-{_page}", ResultScreen, _verdict("price_paid", _page))
for _number, _state in enumerate(("ask", "refused", "saved")):
    enter(f"95-report-{_number}-{_state}", TakeHomeDialog, _take_home(_state))
