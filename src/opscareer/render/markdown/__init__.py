"""Markdown, one layout a view; all text is escaped."""
