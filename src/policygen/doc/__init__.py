"""The document tree, how it is read and how it is transformed."""
