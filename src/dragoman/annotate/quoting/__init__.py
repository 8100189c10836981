"""Quotations: what rules, tagger and form alone find, made one list."""
