"""The widgets: thin, custom-drawn, usable by mouse alone and by keyboard alone."""
