"""Statements: what was done by saying it, to whom, in answer to what, how sure."""
