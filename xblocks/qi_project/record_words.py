"""The words of "My projects": the list of projects, earlier versions, files, print. Part of strings.STRINGS."""

from qi_core.strings import _

RECORD: dict[str, str] = {
    "page.record": _("My projects"),
    "more_waits": _("One moment…"),
    "more_failed": _("This page needs a connection. Check it, then open this page again."),
    "record_closed": _("A learner's projects are theirs: they are not shown here."),
    "record.failed": _("That did not work. Check your connection and try again; nothing was lost."),
    "record.unsaved": _(
        "Not done yet: something that you wrote in this page is not saved, and would be lost. The line at the end of "
        "the page says what is in the way."
    ),
    "refused.stale": _(
        "Nothing was done: this part was changed in another window meanwhile. Here is the newest list; look again."
    ),
    "record.never_saved": _("nothing saved yet"),
    "record.untitled": _("Project without a name, begun {date}"),
    # The list
    "record.projects": _("My projects"),
    "record.projects_intro": _(
        "One project is open at a time, in every course and every tool. The others are kept as they are."
    ),
    "record.dates": _("Begun {begun}. Last saved: {saved}."),
    "record.is_open": _("Open"),
    "record.is_archived": _("Put away"),
    "record.is_chosen": _("Always used in this course"),
    "record.open": _("Open this one"),
    "record.choose": _("Always use it in this course"),
    "record.use_here": _("Use it in this course, too"),
    "record.rename": _("Rename"),
    "record.rename_yes": _("Save the name"),
    "record.archive": _("Put away"),
    "record.restore": _("Take out again"),
    "record.delete": _("Delete"),
    "record.start": _("Start a new project"),
    "record.start_yes": _("Start and open it"),
    "record.title": _("What is it called?"),
    "record.title_hint": _("A few words that you will know it by, for example: Fewer falls on Ward 5"),
    "record.delete_sure": _("Delete “{title}” for good?"),
    "record.delete_goes": _(
        "Its aim, charter, people, diagram, cycles and charts go, with all earlier versions, in every course. "
        "This can't be undone: save it as a file first if you may want it again."
    ),
    "record.delete_stays": _(
        "Your other projects and your practice sheets stay. So does what you have shared in a space for talk: it is a "
        "copy, and you can take it back there."
    ),
    # Earlier versions
    "record.versions_intro": _(
        "While you work, an earlier version is kept every ten minutes or so, and at each big step. You can look at "
        "one, see what changed, and go back to it."
    ),
    "record.versions_show": _("Show earlier versions"),
    "record.versions_of": _("Of which part?"),
    "record.versions_all": _("Show all ({n})"),
    "record.nothing_saved": _("Nothing has been saved in this project yet."),
    "record.is_now": _("As it is now"),
    "record.see_changes": _("What changed"),
    "record.changed": _("What changed in this version"),
    "record.first_version": _("This is the oldest version that is kept."),
    "record.no_change": _("Nothing that you wrote differs from the version before."),
    "record.was": _("Was:"),
    "record.now": _("Now:"),
    "record.added": _("Added:"),
    "record.removed": _("Removed:"),
    "record.moved": _("The order changed."),
    "record.look": _("Look at all of it"),
    # On paper and in files
    "record.files": _("Print it, or take it along"),
    "record.files_intro": _(
        "The whole project as one document to print or to hand to somebody, or as a file that another site with these "
        "tools can read."
    ),
    "record.print": _("Print the whole project (new tab)"),
    "record.export": _("Save as a file (JSON)"),
    "record.import": _("Bring in a file…"),
    "record.import_hint": _(
        "A file comes in as a new project beside the others; nothing you have is changed. Earlier versions do not "
        "travel with it."
    ),
    "record.taken": _("“{title}” has come in. It stands in the list above: open it when you want to work on it."),
    "record.refused": _("Nothing was brought in. What is wrong with the file:"),
    "record.problem_at": _("{where}: {problem}"),
    "print.now": _("Print, or save as PDF"),
    "print.page": _("Page"),
    "print.care": _("Before you hand it on: read it once more. Can anybody be recognised in it?"),
    "print.by": _("Who works on it"),
    "print.begun": _("Begun {date}"),
    "print.on": _("Printed {date}"),
    "print.contents": _("In this document"),
    "print.nothing": _("Nothing has been written in this project yet."),
    "print.undrawn_parts": _("Not printed, since it was saved by a newer version of the tool:"),
    "print.untitled": _("Our improvement project"),
    "print.voice": _("What patients or carers would say"),
    "print.charter": _("Charter"),
    "print.people": _("People"),
    "print.people_stakeholders": _("Stakeholders"),
    "print.role": _("Role or group"),
    "print.name_of_person": _("Name"),
    "print.does": _("What they do"),
    "problem.not_a_project": _("This is not a project file. Choose one that was saved here with “Save as a file”."),
    "problem.file_too_large": _("This file is too large to be a project: 2 MB is the most."),
    "problem.newer_version": _("The file was written by a newer version of these tools than this site has."),
    "problem.unknown_tool": _("It holds work of a tool that this site does not have."),
    "problem.twice": _("It holds the same tool's work twice."),
    "problem.too_many_projects": _("You have {max} projects, which is the most. Delete one that you no longer need."),
    "problem.is_open": _("This project is open. Open another one first, then put it away."),
}
