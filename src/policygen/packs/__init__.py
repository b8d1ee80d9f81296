"""Completeness packs: what standards, laws and public bodies ask of a policy, as dated data.

A pack is a YAML file. Those in this folder ship with the program; a project changes one or adds its
own by a file in its folder packs/. What a pack says is nobody's legal advice.
"""

from policygen.packs.loading import available, load_pack
from policygen.packs.model import Pack, PackSource, Requirement, SourceStatus

__all__ = ["Pack", "PackSource", "Requirement", "SourceStatus", "available", "load_pack"]
