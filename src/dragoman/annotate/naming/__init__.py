"""Names, offices and descriptions in running text."""
