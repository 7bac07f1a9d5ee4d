from django.apps import AppConfig


class AbsencesConfig(AppConfig):
    name = "kindling.absences"

    def ready(self) -> None:
        """Tell attendance of reported days, which knows nothing of us."""
        from kindling.absences import knowing  # noqa: F401, PLC0415 (models are ready only now)
