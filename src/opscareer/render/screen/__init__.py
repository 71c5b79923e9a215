"""Pages for a terminal, one layout a view: lines of styled text for a width."""
