"""JSON Schemas of the files that people write, so that an editor completes, explains and
underlines while they type.

A schema says what can be seen in one file without knowing the others. It never refuses what the
program accepts; whether everything fits together, only `policygen check` knows.
"""

from policygen.schema.files import (
    FILES,
    FOLDER,
    NAMES,
    modeline,
    modelined,
    schema,
    schema_files,
    schema_of,
    schema_text,
)

__all__ = [
    "FILES",
    "FOLDER",
    "NAMES",
    "modeline",
    "modelined",
    "schema",
    "schema_files",
    "schema_of",
    "schema_text",
]
