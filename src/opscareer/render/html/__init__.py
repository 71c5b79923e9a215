"""HTML that asks nothing of a network: the report, a page to keep, to print, to hand to a manager, with drawings."""
