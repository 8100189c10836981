"""What a page's head says of it: JSON-LD, OpenGraph, meta, time elements, each value with its provenance."""
