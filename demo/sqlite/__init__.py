"""SQLite that waits for its turn: see base.py."""
