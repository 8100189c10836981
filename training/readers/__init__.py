"""One small file a data set. Each reads a folder as it is handed out and yields stand-off documents, and what it left out."""
