"""The moments that the whole room looks at: a round's opening, what came to light, a crisis."""
