"""Every kind of problem that reading a source file can find.

A code is stable and never reused for something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

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

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        UNREADABLE: "A file cannot be opened",
        TOO_LARGE: "A file is too large",
        NOT_UTF8: "A file is not saved as UTF-8",
        NOT_TEXT: "A file is not text",
        CONTROL_CHARACTER: "An invisible control character",
        TEXT_DIRECTION: "A character that turns the direction of the text",
        TAB_INDENT: "A line begins with a tab",
        SPACE_INDENT: "A line begins with a special space",
        EMPTY: "A file is empty",
        NOT_A_MAPPING: "A file does not consist of `key: value` entries",
        SECOND_DOCUMENT: "A second YAML document in one file",
        ANCHOR: "A YAML anchor",
        ALIAS: "A YAML alias",
        TAG: "A YAML tag",
        MERGE_KEY: "A YAML merge key",
        DUPLICATE_KEY: "The same key twice",
        TWO_FILES: "The same top-level key in two files",
        COMPLEX_KEY: "A key that is not text",
        BAD_KEY: "A key with characters that are not allowed",
        NO_VALUE: "A key or a list item without a value",
        TOO_DEEP: "Entries are nested too deeply",
        TOO_MANY_ENTRIES: "A file has too many entries",
        TOO_MANY_PROBLEMS: "A file has too many problems to list",
        CUT_SHORT: "A value is cut short by `#` (a warning)",
        NO_SPACE: "No space after a colon or a dash",
        NOT_AN_ENTRY: "A line that is neither `key: value` nor a list item",
        OPEN_QUOTE: "A quotation mark is not closed",
        AFTER_QUOTE: "Text after a closing quotation mark",
        BAD_ESCAPE: "A backslash that means nothing",
        COLON: "A colon inside a value without quotation marks",
        SPECIAL_START: "A value begins with a character that YAML keeps for itself",
        OPEN_BRACKET: "A bracket is not closed",
        INDENTATION: "A line does not line up with the lines around it",
        SYNTAX: "A line that is not YAML",
    }
)
"""Code -> what it stands for, a few words."""
