"""Focus, dragging and the keyboard."""
