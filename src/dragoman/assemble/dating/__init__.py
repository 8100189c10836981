"""The page's own date: clues of stamps and words, argued."""
