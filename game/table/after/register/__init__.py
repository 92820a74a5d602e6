"""An edited register on the shared screen: chosen, compared with the session, and taken over."""
