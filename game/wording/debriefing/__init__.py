"""The debrief in words: key moments with their questions, stories, comparisons, the six phases.

People are their roles; a name is told of an owner alone, and not even that with ``named=False``.
"""

from game.wording.debriefing.comparing import common_text, count_name, difference_text, share_name
from game.wording.debriefing.moments import (
    moment_question,
    moment_text,
    moment_title,
    moment_told,
    told_by,
)
from game.wording.debriefing.phases import PHASES, Phase, phase_lead, phase_name
from game.wording.debriefing.stories import benefit_reasons, gap_text, risk_fate, strike_text
from game.wording.debriefing.teller import Teller, Told

__all__ = [
    "PHASES",
    "Phase",
    "Teller",
    "Told",
    "benefit_reasons",
    "common_text",
    "count_name",
    "difference_text",
    "gap_text",
    "moment_question",
    "moment_text",
    "moment_title",
    "moment_told",
    "phase_lead",
    "phase_name",
    "risk_fate",
    "share_name",
    "strike_text",
    "told_by",
]
