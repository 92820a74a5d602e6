"""The session: written, read, verified, continued."""
