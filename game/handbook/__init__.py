"""The handbook: guides for facilitators, authors and trainers, for a terminal and for a browser."""

from __future__ import annotations

from game.handbook.book import as_html
from game.handbook.keeping import keep
from game.handbook.pages import for_terminal
from game.handbook.topics import TOPICS, Topic, find_topic, name_of, names

__all__ = ["TOPICS", "Topic", "as_html", "find_topic", "for_terminal", "keep", "name_of", "names"]
