"""How Dragoman's model is made: data into one form, training, export, calibration. May import dragoman; never the reverse."""
