"""The reality check on the screen: its steps, how each is drawn, and what is read aloud."""
