"""The action list on the shared screen: its form, its rows, and how a change is taken back."""
