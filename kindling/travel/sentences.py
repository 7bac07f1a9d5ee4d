"""What was found in a feed, said so that somebody can mend it."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OTHER_FILE = _("Ask the transit agency for its GTFS file, or download it again.")
AGENCY = _("Tell the agency. The rest of the file is used.")

# code → what is wrong, and what to do about it
SAID: dict[str, tuple[str | Promise, str | Promise]] = {
    "not_a_zip": (_("This is not a zip file, or it was cut off on the way."), OTHER_FILE),
    "unreadable": (_("This file could not be read."), OTHER_FILE),
    "too_many_files": (_("The zip holds %(value)s files."), OTHER_FILE),
    "file_twice": (_("The zip holds this file twice."), OTHER_FILE),
    "locked": (
        _("The file is locked with a password, or packed in an unusual way."),
        _("Make the zip again with the usual “Compress” of your computer."),
    ),
    "too_much": (_("The file unpacks to far more than a timetable can hold."), OTHER_FILE),
    "no_file": (_("This file is missing in the zip."), OTHER_FILE),
    "damaged": (_("The file is damaged inside the zip."), OTHER_FILE),
    "damaged_row": (_("From this row on, the file cannot be read."), OTHER_FILE),
    "no_column": (_("The column “%(value)s” is missing."), OTHER_FILE),
    "no_calendar": (_("Nothing says on which days anything runs."), OTHER_FILE),
    "nothing_runs": (_("Nothing runs on any day of this file."), OTHER_FILE),
    "too_broken": (
        _("%(value)s rows are wrong: too many for a timetable to be trusted."),
        OTHER_FILE,
    ),
    "too_many_rows": (
        _("There are more than %(value)s rows."),
        _("Ask the agency for a file of your city alone."),
    ),
    "no_value": (_("“%(value)s” is empty."), AGENCY),
    "bad_date": (_("“%(value)s” is no date such as 20261013."), AGENCY),
    "ends_before": (_("It ends on %(value)s, before it begins."), AGENCY),
    "bad_day": (_("“%(value)s” says neither yes (1) nor no (0)."), AGENCY),
    "bad_kind": (_("“%(value)s” says neither more (1) nor less (2)."), AGENCY),
    "twice": (_("“%(value)s” is there twice. The first one counts."), AGENCY),
    "bad_position": (_("“%(value)s” is no position on earth."), AGENCY),
    "no_service": (_("No calendar knows “%(value)s”."), AGENCY),
    "no_trip": (_("No trip is called “%(value)s”."), AGENCY),
    "no_stop": (_("No stop is called “%(value)s”."), AGENCY),
    "bad_time": (_("“%(value)s” is no time such as 08:30:00."), AGENCY),
    "bad_sequence": (_("“%(value)s” is no number."), AGENCY),
    "bad_headway": (_("“%(value)s” is no number of seconds."), AGENCY),
    "bad_trip": (_("This trip goes back in time, or its first or last time is missing."), AGENCY),
    "encoding": (
        _("The file is not written in UTF-8."),
        _("It was read all the same. Look whether the names of stops are right."),
    ),
    "over": (
        _("This timetable ended on %(value)s."),
        _("It can be used, but buses may run otherwise now. Look for a newer one."),
    ),
    "later": (
        _("This timetable begins on %(value)s."),
        _("Until then buses may run otherwise."),
    ),
}


def told(finding: dict[str, Any]) -> tuple[str, str, str]:
    """Return (where, what is wrong, what to do) of a finding as a feed keeps it."""
    message, mend = SAID[finding["code"]]
    where = finding["file"]
    if finding["row"]:
        where = str(_("%(file)s, row %(row)s") % {"file": where, "row": finding["row"]})
    return where, str(message) % {"value": finding["value"]}, str(mend)
