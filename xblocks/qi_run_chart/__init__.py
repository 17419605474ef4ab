"""The run chart. Its statistics need nothing but Python:

>>> from qi_run_chart import analyse
>>> waits = [31, 28, 35, 33, 30, 36, 29, 34, 32, 30, 27, 24, 26, 22, 25, 23, 26, 21, 24, 22]
>>> analysis = analyse(waits, freeze=10, direction="decrease")
>>> [phase] = analysis.phases
>>> phase.centre, phase.runs.longest, phase.runs.longest_allowed
(31.5, 11, 7)
>>> phase.verdict, [(signal.rule, signal.first, signal.last, signal.meaning) for signal in phase.signals]
('ready', [('long_run', 10, 20, 'improvement')])
"""

from qi_run_chart.domain.analysis import analyse
from qi_run_chart.domain.refusals import Refused
from qi_run_chart.domain.results import Analysis, Icons, Phase, Point, Signal
from qi_run_chart.domain.rules import Anhoej, Ihi, MdcXmr
from qi_run_chart.domain.subgroups import Row

__all__ = [
    "Analysis",
    "Anhoej",
    "Icons",
    "Ihi",
    "MdcXmr",
    "Phase",
    "Point",
    "Refused",
    "Row",
    "Signal",
    "analyse",
]
