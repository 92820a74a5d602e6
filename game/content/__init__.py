"""Scenario files: read, checked with positions, compiled to the engine's numbers and to prose."""

from game.content.case import (
    BenefitText,
    Case,
    Economy,
    EventText,
    IdeaText,
    Level,
    MeasureText,
    Post,
    Prompt,
    PromptKind,
    Prose,
    RiskText,
    RoleText,
    TrackText,
)
from game.content.problems import Problem, ScenarioError, Severity
from game.content.reader import Summary, check, check_file, load, parse, summaries, title_of

__all__ = [
    "BenefitText",
    "Case",
    "Economy",
    "EventText",
    "IdeaText",
    "Level",
    "MeasureText",
    "Post",
    "Problem",
    "Prompt",
    "PromptKind",
    "Prose",
    "RiskText",
    "RoleText",
    "ScenarioError",
    "Severity",
    "Summary",
    "TrackText",
    "check",
    "check_file",
    "load",
    "parse",
    "summaries",
    "title_of",
]
