"""The frame of a dialog, a question, and columns of large buttons."""
