"""The window on the desktop."""
