"""Teaching material as data: one folder for each kind, one JSON file for each template. SOURCES.md says whose it is.

Only the standard library is used, so that any program can read the templates.
"""

from qi_templates.course_archives import course_archive, course_files, list_courses
from qi_templates.kinds import KINDS
from qi_templates.loader import TemplateError, errors, list_templates, load, load_all, use_folders

__all__ = [
    "KINDS",
    "TemplateError",
    "course_archive",
    "course_files",
    "errors",
    "list_courses",
    "list_templates",
    "load",
    "load_all",
    "use_folders",
]
