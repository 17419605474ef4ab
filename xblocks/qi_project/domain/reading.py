"""Between JSON and the project document: its types say all there is to say."""

from qi_core.domain.reading import Reader
from qi_project.domain.document import SCHEMA, Document

READER = Reader(Document, schema=SCHEMA, problems=lambda document: ())
