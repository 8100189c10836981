"""When and where something was said: days, occasions, places, gatherings."""
