"""Writers: Document in, bytes out."""
