"""Scenarios that nobody would write, thought up by chance."""
