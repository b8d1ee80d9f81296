"""Third-party judges over every file of a build: veraPDF, qpdf, LibreOffice, Nu checker, axe."""
