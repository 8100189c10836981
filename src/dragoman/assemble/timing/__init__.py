"""Time expressions with their values: what the words say, anchored to the page's day or to what was told before."""
