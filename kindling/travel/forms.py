"""Forms for a timetable's file and for the list of starts. They read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.schools.viewer import Viewer
from kindling.travel.tiles import NotAMap, read_head

MEGABYTE = 1024 * 1024
LARGEST = 30 * MEGABYTE
MOST_STARTS = 500
PARTS = 3
WRONG = {
    "format": gettext_lazy("This is no PMTiles map of version 3."),
    "pictures": gettext_lazy("This map is made of pictures. Choose one of vector tiles."),
    "packed": gettext_lazy("This map is packed in a way browsers do not read. Choose gzip."),
    "cut_off": gettext_lazy("The file was cut off on the way. Send it again."),
}


class FeedForm(forms.Form):
    """The zip as the agency made it."""

    file = forms.FileField(
        label=gettext_lazy("GTFS file of your transit agency (zip)"),
        help_text=gettext_lazy(
            "Agencies offer it on their website for free, often under “developers” or “open "
            "data”. At most 30 MB."
        ),
        error_messages={"empty": gettext_lazy("This file is empty. Choose another one.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = ".zip"

    def clean_file(self) -> UploadedFile[Any]:
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            raise forms.ValidationError(
                _("The file is larger than 30 MB. Ask the agency for a file of your city alone.")
            )
        return file


class MapForm(forms.Form):
    """A map of the town's streets."""

    map = forms.FileField(
        label=gettext_lazy("Map of your town (.pmtiles)"),
        help_text=gettext_lazy("A cut-out of OpenStreetMap from protomaps.com. At most 30 MB."),
        error_messages={"empty": gettext_lazy("This file is empty. Choose another one.")},
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.school = viewer.school
        self.fields["map"].widget.attrs["accept"] = ".pmtiles"

    def clean(self) -> dict[str, Any]:
        """Look at the bytes: is it a map of streets, whole, and of this town?"""
        told = super().clean() or {}
        file: UploadedFile[Any] | None = told.get("map")
        if file is None:
            return told
        if (file.size or 0) > LARGEST:
            self.add_error("map", _("The map is larger than 30 MB. Cut out a smaller area."))
            return told
        told["content"] = file.read()
        try:
            told["bounds"] = read_head(told["content"])
        except NotAMap as wrong:
            self.add_error("map", str(WRONG[str(wrong)]))
            return told
        latitude, longitude = self.school.latitude, self.school.longitude
        if latitude is not None and not told["bounds"].holds(latitude, longitude or 0):
            self.add_error("map", _("This map does not show the place where the school is."))
        return told


class StartsForm(forms.Form):
    """One start a line: name, latitude, longitude."""

    lines = forms.CharField(
        label=gettext_lazy("ZIP codes or parts of town, one a line"),
        help_text=gettext_lazy(
            "Its name, then latitude and longitude of its middle: 02907, 41.797, -71.425"
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
        required=False,
    )

    def clean_lines(self) -> list[tuple[str, float, float]]:
        """Return (name, latitude, longitude) of each line."""
        starts, names = [], set()
        for number, line in enumerate(self.cleaned_data["lines"].splitlines(), 1):
            if not line.strip():
                continue
            start = start_of(line)
            if start is None:
                raise forms.ValidationError(
                    _("Line %(number)s: write it like 02907, 41.797, -71.425") % {"number": number}
                )
            if start[0].casefold() in names:
                raise forms.ValidationError(
                    _("Line %(number)s: “%(name)s” is there twice.")
                    % {"number": number, "name": start[0]}
                )
            names.add(start[0].casefold())
            starts.append(start)
        if len(starts) > MOST_STARTS:
            raise forms.ValidationError(_("Keep it to %(num)s lines.") % {"num": MOST_STARTS})
        return starts


def start_of(line: str) -> tuple[str, float, float] | None:
    """Read one line; None for what it cannot mean. A table pasted from a sheet has tabs."""
    parts = [part.strip() for part in line.replace("\t", ",").replace(";", ",").split(",")]
    name = ", ".join(parts[: 1 - PARTS])
    try:
        latitude, longitude = float(parts[-2]), float(parts[-1])
    except (ValueError, IndexError):
        return None
    fits = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004
    return (name, latitude, longitude) if fits and 0 < len(name) <= 60 else None  # noqa: PLR2004
