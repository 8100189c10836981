"""When events were, are or will be."""
