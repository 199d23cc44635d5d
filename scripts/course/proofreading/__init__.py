"""Proofreading: what readers meet in the finished site, read by rules of one idea each.

`model` reads the site, `passages` its texts, `sources` finds the line that an author wrote; `rules/` looks and remarks;
`report` says it. Nothing here builds or changes anything.
"""
