"""The schemas of a project's files, written into its folder for editors to find."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygen.build.atomic import replace_files
from policygen.config import settings_file
from policygen.errors import tell
from policygen.schema import schema_files

if TYPE_CHECKING:
    from pathlib import Path


def write_schemas(root: Path) -> list[str]:
    """Write the schemas into the project in `root`; return their paths below it.

    The settings and the policy may be wrong: an editor with schemas helps to mend them. Raises
    SettingsError when there is no project, and RenderError when the disk does not take the files.
    """
    settings_file(root, tell("go to your project's folder, or name it: `policygen schema FOLDER`"))
    files = schema_files()
    replace_files(root, files)
    return list(files)
