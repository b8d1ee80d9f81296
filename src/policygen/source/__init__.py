"""YAML source text -> values and the place of each, read strictly; the only importer of yaml."""

from policygen.source.loader import Source, load_file, load_files
from policygen.source.values import Mapping, Scalar, Sequence, Value

__all__ = ["Mapping", "Scalar", "Sequence", "Source", "Value", "load_file", "load_files"]
