"""What a group may vote on during the game: the ideas, the sheets it wrote, or anything else."""

from __future__ import annotations

from collections.abc import Sequence

from game.i18n import Words
from game.table.parts.voting import Polling, VoteSource, VotingDialog
from game.table.play.game import Game


def voting(game: Game) -> VotingDialog:
    """The dialog of a vote at the table."""

    def sources(t: Words) -> Sequence[VoteSource]:
        ideas = tuple(f"{i.letter} · {game.names.idea(i)}" for i in game.state.ideas)
        writing = game.session.log.writing
        sheets = () if writing is None else tuple(s.text for s in writing.on_top() if s.turned)
        return (
            VoteSource("ideas", t("The ideas"), t("Which idea do we talk about?"), ideas),
            VoteSource("sheets", t("The sheets"), t("Which of these matters most?"), sheets),
            VoteSource("written", t("Other"), t("What do we do next?")),
        )

    return VotingDialog(Polling(game.session, game.record), sources)
