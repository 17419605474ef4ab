"""The run chart."""
