"""Texts of the debrief: key moments with their questions, stories, comparisons, the six phases.

People are shown by their roles; only owners are named, and with ``named=False`` nobody is.
"""

from game.wording.debrief_texts.comparing import (
    common_text,
    count_name,
    difference_text,
    share_name,
)
from game.wording.debrief_texts.evidence import entry_text, searched_text
from game.wording.debrief_texts.formatter import DebriefFormatter, MomentDescription
from game.wording.debrief_texts.moments import (
    describe_moment,
    moment_description,
    why_proposed,
)
from game.wording.debrief_texts.others import elsewhere_text
from game.wording.debrief_texts.phases import (
    PHASES,
    DebriefPhase,
    phase_lead,
    phase_name,
    questions_at_home,
    talked_at_home,
)
from game.wording.debrief_texts.stories import (
    benefit_reasons,
    gap_text,
    risk_fate,
    strike_text,
    unclaimed_mention,
    unclaimed_text,
)

__all__ = [
    "PHASES",
    "DebriefFormatter",
    "DebriefPhase",
    "MomentDescription",
    "benefit_reasons",
    "common_text",
    "count_name",
    "describe_moment",
    "difference_text",
    "elsewhere_text",
    "entry_text",
    "gap_text",
    "moment_description",
    "phase_lead",
    "phase_name",
    "questions_at_home",
    "risk_fate",
    "searched_text",
    "share_name",
    "strike_text",
    "talked_at_home",
    "unclaimed_mention",
    "unclaimed_text",
    "why_proposed",
]
