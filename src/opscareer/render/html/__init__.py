"""The report: one page to keep, to print, to hand to a manager. HTML that asks nothing of a network, or Markdown."""
