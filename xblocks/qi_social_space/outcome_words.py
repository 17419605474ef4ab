"""What has just happened, and what did not work. Nothing that was typed is ever lost."""

from qi_core.strings import _

OUTCOMES: dict[str, str] = {
    # What has just happened
    "said.new": _("Your post is there."),
    "said.reply": _("Your reply is there."),
    "said.other": _("You had sent this before, a little different. What you changed since is still in the box."),
    "said.edit": _("Your change is saved."),
    "said.held": _("Thank you. A facilitator looks at it before others can read it."),
    "said.deleted": _("Your post is deleted for good."),
    "said.unshared": _("The copy of your work is gone from here."),
    "said.reported": _("Thank you. A facilitator will look at it."),
    "said.reported_patient": _(
        "Thank you. It is hidden while someone checks. If this is your own slip, the course team can erase it "
        "completely. Please also tell your information-governance lead."
    ),
    "said.followed": _("You follow this now."),
    "said.unfollowed": _("You no longer follow this."),
    "said.muted": _("You will not see this person's posts. You can change that at the foot of this block."),
    "said.unmuted": _("You see this person's posts again."),
    "said.accepted": _("Thank you. You can write now."),
    "said.declined": _("That is fine. You can read everything."),
    "said.undeclined": _("You can write now."),
    "said.copied": _("The link is copied."),
    "said.not_copied": _("Here is the link to copy: {link}"),
    "said.changed_since": _("Not posted yet: your work has changed. This is how others would see it now."),
    "said.highlighted": _("Done."),
    "said.hide": _("It is hidden, and the writer is told."),
    "said.keep": _("It stays hidden, and the writer is told."),
    "said.restore": _("Everybody can read it again."),
    "said.approve": _("Everybody can read it now."),
    "said.dismiss": _("It stays, and the reports are closed."),
    "said.erased": _("It is erased for good."),
    "said.paused": _("This person can read and not write."),
    "said.unpaused": _("This person can write again."),
    # What did not work: nothing that was typed is lost
    "not_sent.unreachable": _("Not posted yet: no connection. Your words are still here, and we'll keep trying."),
    "not_sent.signed_out": _("Not posted yet: you are signed out. Sign in again in another tab; your words are here."),
    "not_sent.rules": _("Not posted yet: please accept how we talk here first. Reload the page to see it."),
    "not_sent.paused": _("Not posted: a facilitator has paused your posting for a while."),
    "not_sent.too_fast": _("Not posted yet: that was quick. Please wait some minutes and press the button again."),
    "not_sent.closed": _("Not posted: this space has been closed for writing."),
    "not_sent.moved": _("Not posted: you are in another group now. Copy your words and reload the page."),
    "not_sent.not_there": _("Not posted: what you answered is no longer there. Your words are still here."),
    "not_sent.changed": _("Not posted: this was changed in the meantime. Your words are still here; please try again."),
    "not_sent.someone_else": _(
        "Not posted: somebody else has signed in on this computer. Copy your words and reload the page."
    ),
    "not_sent.not_enrolled": _("Not posted: you are no longer enrolled in this course."),
    "not_sent.masquerade": _("Not posted: you are viewing this as somebody else."),
    "not_sent.preview": _("Not posted: this is a preview."),
    "not_sent.preview_failed": _("The preview did not work. Please try again."),
    "failed.ask": _("It is not in your project, or has no words yet. Save it in the tool and ask again from there."),
    "failed.unreachable": _("That did not work: no connection. Please try again."),
    "failed.problems": _("That did not work. Please look at what you entered, and try again."),
    "failed.changed": _("Somebody else was faster. Please reload the page to see how it is now."),
    "failed.not_there": _("This post is no longer there."),
    "failed.paused": _("A facilitator has paused your posting for a while."),
    "failed.closed": _("This space is closed for writing."),
    "failed.moved": _("You are in another group now. Please reload the page."),
    "failed.someone_else": _("Somebody else has signed in on this computer. Please reload the page."),
    # The problem of a doubt, when the page cannot show it at its words
    "problem.could_identify": _("Something here could identify someone."),
}
