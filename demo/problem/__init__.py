"""The platform's `problem` in small: questions with radio buttons or checkboxes, scored, feedback for each choice."""

from demo.problem.block import TAG, ProblemBlock, register

__all__ = ["TAG", "ProblemBlock", "register"]
