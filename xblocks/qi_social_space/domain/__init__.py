"""The rules of talk beside the work: pure functions of what is given, time and history included."""

TOOL = "space"
