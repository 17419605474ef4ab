"""The words of the two courses."""

HOME_INSTRUCTIONS = (
    "Everything you make in this course comes together here, and goes with you into the next one. "
    "Come back whenever you have ten minutes: it says what the next small step is."
)

WELCOME = """
<p>Somewhere in your week there is a thing that does not work as it should. A form that is filled in twice. A call
bell that rings too long. A family that hears the plan last. This course is for that one thing.</p>
<p>You will not write an assignment about improvement. You will <strong>improve something</strong>: one change, tried
so small that it fits into a single shift, and looked at honestly afterwards.</p>
<ul>
  <li>You plan the test here, in about twenty minutes.</li>
  <li>You run it where you work, whenever that is possible.</li>
  <li>You come back, compare what happened with what you expected, and decide.</li>
</ul>
<p>Your plan is yours. The people who run this course see how many cycles you have started and finished. They do not
see what you wrote. Please leave out everything that could point to a patient, a resident or a colleague: a role is
enough.</p>
"""

SMALL = """
<p>A change that is rolled out to everybody on Monday can only be praised or blamed. A change tried with
<strong>one person, on one shift, by one willing colleague</strong> can be learned from by Monday evening.</p>
<h3>Three questions first</h3>
<ol>
  <li>What are we trying to accomplish?</li>
  <li>How will we know that a change is an improvement?</li>
  <li>What change can we make that will result in improvement?</li>
</ol>
<h3>Then a cycle</h3>
<p><strong>Plan</strong> what you will do and write down what you expect. <strong>Do</strong> it. <strong>Study</strong>
what happened beside what you expected. <strong>Act</strong>: adopt the change, adapt it, or let it go.</p>
<p>The prediction is the part that people leave out, and it is the part that teaches. If you were right, you understand
your system a little better than you knew. If you were wrong, you have just found out something nobody on the ward
knew yesterday.</p>
"""

SHEET = """
<p>Here is a cycle that somebody else began, on a practice sheet. Nothing on it touches your own project. Change it,
break it, start it again.</p>
"""
SHEET_INSTRUCTIONS = "Read the plan. What would **you** predict, and why? Change the prediction to your own."

READING = """
<p>Two numbers are a comparison. A line of them, in the order of time, is a story: it shows what is usual here, and
whether something has changed. Read one before you draw your own.</p>
"""

PLAN = """
<p>Choose one change that you can try within the next two weeks, without asking anybody for money. If it needs a
meeting first, it is still too big.</p>
"""
PLAN_INSTRUCTIONS = (
    "Plan one cycle. The plan is complete when somebody else could run it from what you wrote."
)
RUN_INSTRUCTIONS = (
    "When the test begins, start *Do*: that locks your prediction, and nobody can tidy it up afterwards."
)

CHART_INSTRUCTIONS = (
    "Three measures are enough: one for what matters in the end, one for what you do, one for what it might cost. "
    "Your cycles appear on the chart by themselves."
)
LASTS_INSTRUCTIONS = "Go on counting. A change that lasts shows itself in the weeks when nobody is watching."

AFTER = """
<p>You have run a test. That is more than most good ideas ever get.</p>
<p>What you wrote stays with you: open <em>From one test to a ramp</em> and your cycles are there already. Abandoning an
idea counts as finished. It may be the most useful thing you learned this month.</p>
"""

AGAIN = """
<p>In the next unit is the project that you began in <em>Improvement in practice</em>. Nothing was copied: it is the
same project, opened again.</p>
<p>Now grow it a step at a time: a second person, a different shift, a colleague who was not there when you thought of
it. Each step has its own prediction.</p>
"""
RAMP_INSTRUCTIONS = (
    "Start each cycle from the last one. The course counts three finished cycles, whatever you decided."
)

THEORY_INSTRUCTIONS = (
    "Write the aim first, then what drives it, then what you could try. "
    "A rough diagram is enough: it changes with every cycle you study."
)
