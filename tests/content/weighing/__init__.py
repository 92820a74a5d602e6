"""What is said of a case that can be played and yet is a mistake."""
