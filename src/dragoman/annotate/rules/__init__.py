"""Reports by rules: cues, the phrases beside them, and the clauses that they report."""
