"""The widgets: thin, drawn by ourselves, usable by mouse alone and by keyboard alone."""
