"""The run chart without a platform. `measures` is the tool; the statistics under `analyse` are the standard library's.

Nothing is imported here, so that they work where pydantic is not installed.
"""
