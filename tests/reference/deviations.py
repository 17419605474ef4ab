"""Where the product means to differ from a tool that the reference figures come from: the case, and why."""

DEVIATIONS = {
    "i-screen-collapses": (
        "One step between two flat stretches: screening leaves ranges of zero only, so that both limits fall on the"
        " centre, as if the values did not differ. The unscreened mean range is taken instead; what is outside"
        " stays outside."
    ),
    "u-missing-zero": (
        "Events without exposure (a denominator of zero) would be plotted at infinity and count as a useful point."
        " A denominator that is not above zero is refused."
    ),
}
