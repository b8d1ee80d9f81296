"""Parity: what a text and its translation have in common, whatever the language.

Figures, dates and times (`quantities`), names and addresses (`names`), marks of Markdown (`markup`)
and punctuation (`typography`). Functions on strings, without the policy.
"""
