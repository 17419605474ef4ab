"""A course as OLX, in the platform's shape: out as a tar.gz, and in again."""

from demo.olx.reading import NotACourse, import_course
from demo.olx.writing import export_course

__all__ = ["NotACourse", "export_course", "import_course"]
