"""HTML -> Article: a walk over the tree, signs of each block, verdicts, and the lines that make the article."""
