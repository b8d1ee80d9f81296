"""The words of each language; `lexicon` loads the one that is asked for."""
