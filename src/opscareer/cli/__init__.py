"""The command line: thin commands that open, ask the core, and hand the answer to a renderer."""
