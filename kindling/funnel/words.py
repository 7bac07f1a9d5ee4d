"""What the stages and the groups are called."""

from django.utils.translation import gettext_lazy as _

STAGE_WORDS = {
    "interest": _("Shared an interest"),
    "wish": _("Keeps a place in mind"),
    "asked": _("Asked for a place"),
    "tried": _("Called, wrote or went there"),
    "shadowed": _("Had a shadow day"),
    "started": _("Started an internship"),
    "finished": _("Finished one"),
}

GROUP_WORDS = {
    "grade": _("Grade"),
    "advisory": _("Advisory"),
    "language": _("Language at home"),
}
