"""The debrief on the shared screen, one step at a time, and two ends side by side."""
