"""Whom the words beside a cue mean."""
