"""The dialogs over the table: one module each, all of them overlays that result in an action."""
