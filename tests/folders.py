"""Looks at what lies in a folder."""

from __future__ import annotations

from pathlib import Path


def contents(folder: Path) -> dict[str, bytes]:
    """The files by their names."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def visible(folder: Path) -> dict[str, bytes]:
    """The files that are seen in a folder."""
    return {name: data for name, data in contents(folder).items() if name[0] != "."}
