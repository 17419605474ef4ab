"""Migrations of the local host."""
