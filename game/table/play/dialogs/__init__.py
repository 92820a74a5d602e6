"""The dialogs over the table: one module each, every one an overlay that ends in an action."""
