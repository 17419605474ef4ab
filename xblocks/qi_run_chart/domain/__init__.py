"""The run chart without a platform."""
