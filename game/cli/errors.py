"""The error of the command line: one message, no traceback."""

from __future__ import annotations

import click


class InputError(click.ClickException):
    """Invalid input: one message, exit code 1."""
