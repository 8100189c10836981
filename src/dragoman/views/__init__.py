"""What a reader sees, as frozen dataclasses whose fields say what they mean; terminal, JSON and pages show the same object."""
