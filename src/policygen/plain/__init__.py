"""Plain language: what makes a text hard to read, in English, Spanish, French and German.

Functions of text alone; they know no policy. A language is the first part of its BCP 47 tag.
"""
