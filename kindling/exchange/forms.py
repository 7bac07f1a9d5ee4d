"""Forms for a file, its columns and its school. They read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from kindling.exchange import labels
from kindling.exchange.models import Import
from kindling.exchange.reading.headings import FIELDS, NEEDED
from kindling.exchange.reading.sheets import MOST_BYTES, letter
from kindling.exchange.rules import kinds_for
from kindling.schools.viewer import Viewer

MEGABYTE = 1024 * 1024


class UploadForm(forms.Form):
    """One file and what is in it; offers only the kinds this viewer may hand in."""

    kind = forms.ChoiceField(label=_("What is in the file?"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=_("File"),
        help_text=_("A .zip, .csv or .xlsx of at most 20 MB."),
        error_messages={"empty": _("This file is empty. Choose another one.")},
    )
    is_lenient = forms.BooleanField(
        label=_("Mend what is safe to mend"),
        help_text=_("Such as TRUE for true, or spaces around a value. You see each mend."),
        required=False,
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(kind.value, kind.label) for kind in kinds_for(viewer)]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0][0]
        self.fields["file"].widget.attrs["accept"] = ".zip,.csv,.tsv,.txt,.xlsx"

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                __("The file is larger than %(size)s MB. Split it into smaller files.")
                % {"size": MOST_BYTES // MEGABYTE}
            )
        return file


LEAVE_OUT = "-"


class MappingForm(forms.Form):
    """For each column of the file, what it holds; guesses are chosen already."""

    is_complete = forms.BooleanField(
        label=_("The sheet is complete: students who are not in it have left"),
        help_text=_("They are withdrawn, and nothing about them is deleted."),
        required=False,
    )

    def __init__(self, *args: Any, imported: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.imported = imported
        held = {index: name for name, index in imported.mapping.items()}
        choices = [(LEAVE_OUT, __("Leave this column out"))]
        choices += [(name, str(labels.FIELDS[name])) for name in FIELDS[imported.kind]]
        for index, name in enumerate(imported.header):
            self.fields[f"column{index}"] = forms.ChoiceField(
                label=f"{letter(index)} · {name}",
                help_text=self._examples(index),
                choices=choices,
                initial=held.get(index, LEAVE_OUT),
            )
        if imported.kind == Import.Kind.STUDENTS:
            self.fields["is_complete"].initial = imported.is_complete
            self.order_fields([name for name in self.fields if name != "is_complete"])
        else:
            del self.fields["is_complete"]

    def _examples(self, index: int) -> str:
        """The first values of the column, to see what it holds."""
        samples = self.imported.samples
        found = [row[index] for row in samples if index < len(row) and row[index]]
        return " · ".join(found)

    def clean(self) -> dict[str, Any]:
        """One of the name columns must be there, and nothing may be in two columns."""
        cleaned = super().clean() or {}
        chosen = [value for value in self._chosen().values() if value != LEAVE_OUT]
        if not any(set(names) <= set(chosen) for names in NEEDED[self.imported.kind]):
            raise forms.ValidationError(
                __("Choose which column holds the name. Without a name nothing can be read.")
            )
        twice = [name for name in dict.fromkeys(chosen) if chosen.count(name) > 1]
        if twice:
            raise forms.ValidationError(
                __("“%(name)s” is chosen for two columns. Choose it for one.")
                % {"name": labels.FIELDS[twice[0]]}
            )
        return cleaned

    def _chosen(self) -> dict[int, str]:
        return {
            index: self.cleaned_data.get(f"column{index}", LEAVE_OUT)
            for index in range(len(self.imported.header))
        }

    def choices_made(self) -> dict[str, Any]:
        """What preview_import takes."""
        chosen = self._chosen().items()
        made: dict[str, Any] = {
            "mapping": {name: index for index, name in chosen if name != LEAVE_OUT}
        }
        if "is_complete" in self.fields:
            made["is_complete"] = self.cleaned_data["is_complete"]
        return made


class SchoolForm(forms.Form):
    """Which school of a package is this one, and how strict the reading is."""

    org = forms.ChoiceField(label=_("School in the package"), required=False)
    is_lenient = forms.BooleanField(label=_("Mend what is safe to mend"), required=False)

    def __init__(self, *args: Any, imported: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        schools = imported.findings.get("schools", [])
        self.fields["org"].choices = [(org, name) for org, name in schools]  # type: ignore[attr-defined]
        self.fields["org"].initial = imported.org
        self.fields["is_lenient"].initial = imported.is_lenient
        if not schools:
            del self.fields["org"]

    def choices_made(self) -> dict[str, Any]:
        """What preview_import takes."""
        return {
            "is_lenient": self.cleaned_data["is_lenient"],
            "org": self.cleaned_data.get("org", ""),
        }
