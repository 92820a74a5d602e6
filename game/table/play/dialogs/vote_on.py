"""What a group may vote on during the game: the ideas, the sheets it wrote, or anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.i18n import Words
from game.table.parts.voting import Polling, VoteSource, VotingDialog
from game.table.play.game import Game
from game.wording.case_names import CaseNames
from game.wording.votes import IDEA, NEXT, SHEETS, option, spoken


def voting(game: Game) -> VotingDialog:
    """The dialog of a vote at the table."""

    def sources(t: Words) -> Sequence[VoteSource]:
        names = CaseNames(t, game.case)
        ideas = tuple(option(names, idea) for idea in game.state.ideas)
        writing = game.session.log.writing
        sheets = () if writing is None else tuple(s.text for s in writing.on_top() if s.turned)
        return (
            VoteSource("ideas", t("The ideas"), t(IDEA), ideas),
            VoteSource("sheets", t("The sheets"), t(SHEETS), sheets),
            VoteSource("written", t("Other"), t(NEXT)),
        )

    def said(t: Words) -> Mapping[str, str]:
        return spoken(CaseNames(t, game.case), game.state.ideas)

    return VotingDialog(Polling(game.session, game.record), sources, said)
