"""One renderer a file: from the core's records to pages for people, JSON for scripts, mermaid and dot for drawings."""
