"""New projects from the examples that ship with the program, in any of their languages."""

from policygen.new.project import NewProject, new_project

__all__ = ["NewProject", "new_project"]
