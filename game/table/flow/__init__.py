"""The order of the screens, and all file access: the only package that knows every screen."""
