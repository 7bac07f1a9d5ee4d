"""What the registrar types. Offers only what they may see, and saves nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.consents.kinds import Kind
from kindling.consents.rules import against
from kindling.people.models import Student
from kindling.people.rules import may_give_role
from kindling.schools.models import Person
from kindling.schools.roles import GIVEN, Role
from kindling.schools.viewer import Viewer

PERSON_FIELDS = (
    "given_name",
    "family_name",
    "preferred_given_name",
    "preferred_family_name",
    "pronouns",
    "email",
    "phone",
    "language",
)
STUDENT_FIELDS = ("number", "grade", "birth_on", "is_unlisted")


class PersonForm(forms.Form):
    """Names and contact. One name is enough: not everybody has two."""

    given_name = forms.CharField(label=gettext_lazy("First name, or the only name"), max_length=200)
    family_name = forms.CharField(label=gettext_lazy("Family name"), max_length=200, required=False)
    preferred_given_name = forms.CharField(
        label=gettext_lazy("Goes by"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("If it is not the first name. This is what everybody sees."),
    )
    preferred_family_name = forms.CharField(
        label=gettext_lazy("Family name they use"), max_length=200, required=False
    )
    pronouns = forms.CharField(label=gettext_lazy("Pronouns"), max_length=60, required=False)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = forms.CharField(label=gettext_lazy("Phone"), max_length=40, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language they read"), choices=settings.LANGUAGES
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["language"].initial = viewer.school.language

    def clean_phone(self) -> str:
        """Accept what a phone could dial; name the mend where it could not."""
        text: str = self.cleaned_data["phone"].strip()
        if not text:
            return ""
        import phonenumbers  # noqa: PLC0415  sixty modules, for who types a number

        try:
            number = phonenumbers.parse(text, "US")
        except phonenumbers.NumberParseException as error:
            raise ValidationError(_("Enter a phone number such as 401 555 0142.")) from error
        if not phonenumbers.is_possible_number(number):
            raise ValidationError(_("This number is too short or too long to dial."))
        return text

    def person_facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in PERSON_FIELDS}


class StudentForm(PersonForm):
    """A student's person, and what only students have."""

    number = forms.CharField(label=gettext_lazy("Student number"), max_length=60, required=False)
    grade = forms.CharField(
        label=gettext_lazy("Grade"), max_length=10, required=False, help_text="9, 101, 11B"
    )
    birth_on = forms.DateField(
        label=gettext_lazy("Birthday"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("Needed to find places with a minimum age."),
    )
    is_unlisted = forms.BooleanField(
        label=gettext_lazy("Keep out of directory information"),
        required=False,
        help_text=gettext_lazy("The family said no: no public page names this student."),
    )

    def clean_birth_on(self) -> Any:
        birth_on = self.cleaned_data["birth_on"]
        if birth_on is None:
            return None
        age = (self.viewer.school.today() - birth_on).days // 365
        if not 4 <= age <= 25:  # noqa: PLR2004 (a student's age, in years)
            raise ValidationError(
                _("This birthday makes a student of %(n)s years. Check the year.") % {"n": age}
            )
        return birth_on

    def student_facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in STUDENT_FIELDS}


def names_against_a_no(form: PersonForm, student: Student | None) -> bool:
    """Say, in the form too, whether it would name a student in public whose family said no."""
    if student is None or form.cleaned_data.get("is_unlisted", True):
        return False
    if not against(student.school_id, Kind.DIRECTORY).filter(student=student.pk).exists():
        return False
    form.add_error("is_unlisted", _("The family said no to this. Only they can change it."))
    return True


class EnrolForm(StudentForm):
    """A new student: also the first day, the advisory and one guardian."""

    enrolled_on = forms.DateField(
        label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"})
    )
    advisory: forms.ModelChoiceField[Advisory] = forms.ModelChoiceField(
        label=gettext_lazy("Advisory"), queryset=None, required=False, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        self.fields["advisory"].queryset = visible_advisories(viewer).filter(ended_on=None)  # type: ignore[attr-defined]
        self.fields["enrolled_on"].initial = viewer.school.today()


class AdultForm(PersonForm):
    """Somebody who works at the school."""

    role = forms.ChoiceField(label=gettext_lazy("Role"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, viewer=viewer, **kwargs)
        others = (Role.STUDENT, Role.MENTOR, Role.ADMINISTRATOR)
        adults = [r for r in GIVEN if r not in others and may_give_role(viewer, r)]
        self.fields["role"].choices = [(r.value, r.label) for r in adults]  # type: ignore[attr-defined]


class GuardianForm(PersonForm):
    """A guardian of one student."""

    relation = forms.CharField(
        label=gettext_lazy("Who they are to the student"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("Mother, uncle, foster parent …"),
    )


class MoveForm(forms.Form):
    """Another advisory, from today."""

    advisory: forms.ModelChoiceField[Advisory] = forms.ModelChoiceField(
        label=gettext_lazy("New advisory"), queryset=None, to_field_name="public_id"
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["advisory"].queryset = visible_advisories(viewer).filter(ended_on=None)  # type: ignore[attr-defined]


class LeaveForm(forms.Form):
    """The last day, and why; the reason stays in the record."""

    left_on = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"})
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["left_on"].initial = viewer.school.today()


def initial_of(person: Person) -> dict[str, Any]:
    """What the edit form starts from."""
    facts = {name: getattr(person, name) for name in PERSON_FIELDS}
    student = getattr(person, "student", None)
    if student:
        facts |= {name: getattr(student, name) for name in STUDENT_FIELDS}
    return facts


class RollOverForm(forms.Form):
    """Which grade follows which (`next-<grade>`, empty: leaves), and who repeats (`stay`)."""

    LOOK, RUN = "look", "run"

    do = forms.ChoiceField(choices=[(LOOK, LOOK), (RUN, RUN)], required=False)

    @property
    def ladder(self) -> dict[str, str]:
        return {
            key.removeprefix("next-"): str(value).strip()[:10]
            for key, value in self.data.items()
            if key.startswith("next-")
        }

    @property
    def stay(self) -> set[str]:
        named = self.data.getlist("stay") if hasattr(self.data, "getlist") else []
        return set(named)

    @property
    def is_run(self) -> bool:
        return self.is_valid() and self.cleaned_data["do"] == self.RUN
