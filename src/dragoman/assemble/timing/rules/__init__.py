"""Tables of what time expressions say, a family a module: a pattern over the words in one spelling, and what makes of it."""
