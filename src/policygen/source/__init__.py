"""YAML source text -> values and the place of each, read strictly; the only importer of yaml."""

from policygen.source.edits import exchanged, respelled_key, respelling, without_item
from policygen.source.loader import NOTHING_UNSAVED, Source, Unsaved, load_file, load_files
from policygen.source.values import Mapping, Scalar, Sequence, Value

__all__ = [
    "NOTHING_UNSAVED",
    "Mapping",
    "Scalar",
    "Sequence",
    "Source",
    "Unsaved",
    "Value",
    "exchanged",
    "load_file",
    "load_files",
    "respelled_key",
    "respelling",
    "without_item",
]
