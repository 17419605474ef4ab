"""Studio in small: outline, unit, a block's editor, publishing, export and import. Only for course staff."""
