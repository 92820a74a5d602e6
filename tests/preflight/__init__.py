"""Checks before a workshop."""
