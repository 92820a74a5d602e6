"""Scenario files: read, checked with positions, compiled to the engine's numbers and to prose."""

from game.content.case import (
    BenefitText,
    Case,
    Economy,
    EventText,
    Experience,
    IdeaText,
    MeasureText,
    Post,
    Prompt,
    PromptKind,
    Prose,
    RiskText,
    RoleText,
    TrackText,
)
from game.content.mending import mend
from game.content.problems import Problem, ProblemSeverity, ScenarioError
from game.content.reader import (
    check,
    check_bytes,
    check_file,
    described,
    load,
    parse,
    read_bytes,
    title_of,
)
from game.content.summaries import Summary, summaries

__all__ = [
    "BenefitText",
    "Case",
    "Economy",
    "EventText",
    "Experience",
    "IdeaText",
    "MeasureText",
    "Post",
    "Problem",
    "ProblemSeverity",
    "Prompt",
    "PromptKind",
    "Prose",
    "RiskText",
    "RoleText",
    "ScenarioError",
    "Summary",
    "TrackText",
    "check",
    "check_bytes",
    "check_file",
    "described",
    "load",
    "mend",
    "parse",
    "read_bytes",
    "summaries",
    "title_of",
]
