"""Languages: catalogs, the words of facts, and extraction."""
