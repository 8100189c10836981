"""The tagger on development data, one file a head. All run without torch; ``--model FOLDER`` takes another model."""
