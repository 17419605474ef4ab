"""How rows and fields of a diagram are called where earlier versions are told apart. Part of strings.STRINGS."""

from qi_core.strings import _

HISTORY: dict[str, str] = {
    "row.nodes": _("{level} “{text}”"),
    "row.links": _("“{from}” leads to “{to}”"),
    "label.nodes": _("Drivers and change ideas"),
    "label.nodes.level": _("Level"),
    "label.nodes.text": _("Text"),
    "label.links": _("Links"),
    "label.links.from": _("From"),
    "label.links.to": _("To"),
    "label.links.strength": _("Strength of the link"),
    "effort.low": _("low"),
    "effort.high": _("high"),
    "impact.low": _("low"),
    "impact.high": _("high"),
    "strength.strong": _("strong"),
    "strength.weak": _("weak"),
}
