"""Every kind of problem that reading a source file can find.

A code is stable and never reused for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from policygen.errors import Words, tell

UNREADABLE: Final = "SRC101"
TOO_LARGE: Final = "SRC102"
NOT_UTF8: Final = "SRC103"
NOT_TEXT: Final = "SRC104"
CONTROL_CHARACTER: Final = "SRC105"
TEXT_DIRECTION: Final = "SRC106"
TAB_INDENT: Final = "SRC107"
SPACE_INDENT: Final = "SRC108"
EMPTY: Final = "SRC109"
NOT_A_MAPPING: Final = "SRC110"
SECOND_DOCUMENT: Final = "SRC111"
ANCHOR: Final = "SRC112"
ALIAS: Final = "SRC113"
TAG: Final = "SRC114"
MERGE_KEY: Final = "SRC115"
DUPLICATE_KEY: Final = "SRC116"
TWO_FILES: Final = "SRC117"
COMPLEX_KEY: Final = "SRC118"
BAD_KEY: Final = "SRC119"
NO_VALUE: Final = "SRC120"
TOO_DEEP: Final = "SRC121"
TOO_MANY_ENTRIES: Final = "SRC122"
TOO_MANY_PROBLEMS: Final = "SRC123"
CUT_SHORT: Final = "SRC124"
NO_SPACE: Final = "SRC131"
NOT_AN_ENTRY: Final = "SRC132"
OPEN_QUOTE: Final = "SRC133"
AFTER_QUOTE: Final = "SRC134"
BAD_ESCAPE: Final = "SRC135"
COLON: Final = "SRC136"
SPECIAL_START: Final = "SRC137"
OPEN_BRACKET: Final = "SRC138"
INDENTATION: Final = "SRC139"
SYNTAX: Final = "SRC140"

CODES: Final[Mapping[str, Words]] = MappingProxyType(
    {
        UNREADABLE: tell("A file cannot be opened"),
        TOO_LARGE: tell("A file is too large"),
        NOT_UTF8: tell("A file is not saved as UTF-8"),
        NOT_TEXT: tell("A file is not text"),
        CONTROL_CHARACTER: tell("An invisible control character"),
        TEXT_DIRECTION: tell("A character that turns the direction of the text"),
        TAB_INDENT: tell("A line begins with a tab"),
        SPACE_INDENT: tell("A line begins with a special space"),
        EMPTY: tell("A file is empty"),
        NOT_A_MAPPING: tell("A file does not consist of `key: value` entries"),
        SECOND_DOCUMENT: tell("A second YAML document in one file"),
        ANCHOR: tell("A YAML anchor"),
        ALIAS: tell("A YAML alias"),
        TAG: tell("A YAML tag"),
        MERGE_KEY: tell("A YAML merge key"),
        DUPLICATE_KEY: tell("The same key twice"),
        TWO_FILES: tell("The same top-level key in two files"),
        COMPLEX_KEY: tell("A key that is not text"),
        BAD_KEY: tell("A key with characters that are not allowed"),
        NO_VALUE: tell("A key or a list item without a value"),
        TOO_DEEP: tell("Entries are nested too deeply"),
        TOO_MANY_ENTRIES: tell("A file has too many entries"),
        TOO_MANY_PROBLEMS: tell("A file has too many problems to list"),
        CUT_SHORT: tell("A value is cut short by `#` (a warning)"),
        NO_SPACE: tell("No space after a colon or a dash"),
        NOT_AN_ENTRY: tell("A line that is neither `key: value` nor a list item"),
        OPEN_QUOTE: tell("A quotation mark is not closed"),
        AFTER_QUOTE: tell("Text after a closing quotation mark"),
        BAD_ESCAPE: tell("A backslash that means nothing"),
        COLON: tell("A colon inside a value without quotation marks"),
        SPECIAL_START: tell("A value begins with a character that YAML keeps for itself"),
        OPEN_BRACKET: tell("A bracket is not closed"),
        INDENTATION: tell("A line does not line up with the lines around it"),
        SYNTAX: tell("A line that is not YAML"),
    }
)
"""Code -> what it stands for, a few words."""
