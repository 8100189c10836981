"""Text dumps -> Article: lines, paragraphs, prose against furniture, and what kind each line is."""
