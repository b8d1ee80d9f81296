"""docs/coverage.md: what the source material asks for, and where the model holds it."""
