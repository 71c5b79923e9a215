"""Plain prompts, for screen readers and dumb terminals: one thing a line, nothing redrawn."""
