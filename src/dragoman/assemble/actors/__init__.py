"""Who is in the article: names, spellings, offices, states."""
