"""What is drawn, as plain values: from a state and a case, without a screen to draw it on."""
