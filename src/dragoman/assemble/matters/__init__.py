"""What statements are about."""
