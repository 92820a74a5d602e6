"""Views: what the table draws, as plain values computed from a state and a case."""
