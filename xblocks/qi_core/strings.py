"""The words that every block shows: save state, notes, "Your work". A block's own catalogue is merged over this one.

Plain words for people in a hurry, at a reading age of about twelve. The browser fills in placeholders such as {time}.
"""


def _(text: str) -> str:
    """Mark for translation; the translation itself happens when a page is made, in the reader's language."""
    return text


CORE: dict[str, str] = {
    "undo": _("Undo"),
    "redo": _("Redo"),
    "cancel": _("Cancel"),
    "remove": _("Remove"),
    "optional": _("(optional)"),
    "clear_choice": _("Clear my choice"),
    "dismiss": _("Got it"),
    "confidentiality": _(
        "Don't include anything that could identify a patient, carer or colleague: no names, dates of birth, "
        "NHS numbers, "
        "exact dates, photos or rare details. If in doubt, leave it out. No automatic check can make text safe."
    ),
    "could_identify": _("Could this identify someone?"),
    "change_it": _("Change it"),
    "safe_continue": _("It's safe, continue"),
    "not_saved_because": _("Not saved yet. Please put this right first; everything else you typed is still here."),
    # The foot: what has become of the work, and what is left to do
    "status.nothing_yet": _("Saves by itself as you type"),
    "status.saved": _("Saved {time}"),
    "status.waiting": _("Changes not saved yet"),
    "status.saving": _("Saving…"),
    "status.unreachable": _("Not saved yet: no connection. We'll keep trying."),
    "status.signed_out": _("Not saved yet: you have been signed out. Your work is still in this page."),
    "status.blocked": _("Not saved yet: something needs your attention."),
    "status.conflict": _("Not saved yet: this was changed in another window."),
    "status.refused": _("Not saved."),
    "status.read_only": _("Nothing is saved here"),
    "show_me": _("Show me"),
    "sign_in_again": _("Sign in again (opens a new tab)"),
    "refused.not_enrolled": _("Not saved: you are no longer enrolled in this course."),
    "refused.masquerade": _("Not saved: you are viewing this as somebody else."),
    "refused.preview": _("Not saved: this is a preview."),
    "refused.library": _("Not saved: this is a library preview."),
    "refused.someone_else": _(
        "Not saved: somebody else has signed in on this computer. Copy what you need, then reload the page."
    ),
    "refused.newer_version": _(
        "Not saved: this work was last saved by a newer version of the tool. It has been left untouched; "
        "please tell the course team."
    ),
    "refused.gone": _(
        "Not saved: this activity is no longer available. Copy what you need and tell the course team."
    ),
    "refused.project_gone": _(
        "Not saved: this project has been deleted in another window. Copy what you need, then reload the page."
    ),
    "project_elsewhere": _(
        "What you write on this page goes into “{here}”. In another window, “{there}” has been opened since. "
        "Reload the page to go on with that one."
    ),
    "untitled_project": _("the project without a name"),
    "refused.closed": _("Not saved: this page is out of date. Copy what you need, then reload the page."),
    "progress": _("{percent} % done."),
    "left": _("{n} things left. Next:"),
    "one_left": _("One thing left:"),
    "all_done": _("All done for this activity"),
    "why_not.sign_in": _("Sign in and enrol to use this tool. Nothing you type here is kept."),
    "why_not.not_enrolled": _("Enrol in this course to use this tool. Nothing you type here is kept."),
    "why_not.masquerade": _(
        "You are viewing the course as a learner. Their work is theirs: it is not shown, and nothing is "
        "saved."
    ),
    "why_not.preview": _("Preview: try the tool as learners will see it. Nothing is saved."),
    "why_not.library": _("This is a library preview. Add the block to a course to use it."),
    "why_not.newer_version": _(
        "This work was saved by a newer version of the tool, so it can't be opened here. It has been left untouched; "
        "please tell the course team."
    ),
    # Two windows
    "conflict.title": _("This was also changed in another window"),
    "conflict.text": _("Both versions are below, where they differ. Choose which one to go on with."),
    "conflict.mine": _("In this window"),
    "conflict.theirs": _("In the other window (saved)"),
    "conflict.nothing": _("(nothing)"),
    "conflict.more": _("… and {n} more differences."),
    "conflict.keep_mine": _("Go on with this window's version"),
    "conflict.take_theirs": _("Go on with the other version"),
    "conflict.kept": _(
        "The version you don't choose is not lost: it stays under “Earlier versions” or one Undo away."
    ),
    # Your work
    "your_work": _("Your work"),
    "work.project": _("This belongs to you. The course team can see how far you are, but not what you wrote."),
    "work.practice": _(
        "This is a practice sheet, kept apart from your improvement project. Only you can see what you wrote."
    ),
    "work.export": _("Download everything I wrote (JSON)"),
    "work.versions": _("Earlier versions"),
    "work.no_versions": _("No earlier versions yet. One is kept every ten minutes or so while you work."),
    "work.restore": _("Go back to this version"),
    "work.restored": _("You are back at the earlier version. The one you had is kept under “Earlier versions”."),
    "work.failed": _("That did not work. Check your connection, wait until your changes are saved, and try again."),
    "work.delete_project": _("Delete my project"),
    "work.delete_practice": _("Delete my practice sheet"),
    "work.delete_project_sure": _(
        "Delete this improvement project, in every tool and every course, with all earlier versions? Your other "
        "projects stay, and so does what you have shared, until you take it back where you shared it. "
        "This can't be undone."
    ),
    "work.delete_practice_sure": _("Delete this practice sheet with all its earlier versions? This can't be undone."),
    "work.delete_yes": _("Yes, delete it for good"),
    "work.delete_no": _("No, keep it"),
    "work.deleted": _("It has been deleted for good."),
    # From a tool into the course's social space
    "ask_about_this": _("Ask about this"),
    # What a save is refused for, at its field
    "problem.nhs_number": _(
        "This looks like an NHS number, so we haven't saved it. Please remove it. If you posted it somewhere else, "
        "tell the course team straight away."
    ),
    "problem.too_long": _("This is too long. Please keep it under {max} characters."),
    "problem.too_many": _("There are too many here: {max} is the most."),
    "problem.too_large": _("This is more than one save can hold. Please shorten some texts."),
    "problem.not_a_date": _("Please give a date."),
    "problem.missing": _("Please fill this in."),
    "problem.locked": _("This was fixed when Do started and can't be changed. You can add a dated note instead."),
    "problem.not_a_number": _("Please give a whole number."),
    "problem.out_of_range": _("Please give a number from {min} to {max}."),
    "problem.not_kept": _("That version is no longer kept."),
    "problem.not_json": _("The page sent something we can't read. Please reload it."),
    "problem.not_an_object": _("The page sent something we can't read. Please reload it."),
    "problem.too_deep": _("The page sent something we can't read. Please reload it."),
    "problem.not_unique": _("The page sent something we can't read. Please reload it."),
    "problem.not_found": _("This follows a cycle that is no longer there. Please reload the page."),
    "problem.wrong_type": _("The page sent something we can't read. Please reload it."),
    "problem.not_allowed": _("This choice is not one of those offered."),
    "problem.unknown_field": _("The page is older than the tool. Please reload it."),
    "problem.control_character": _(
        "There is a hidden character here that can't be saved. Please type this text again."
    ),
    # Studio
    "settings.not_saved": _("The settings were not saved"),
    "settings.refused": _("Please put these right first. Nothing has been saved yet."),
    "settings.failed": _("The server could not be reached. Please try again."),
}
