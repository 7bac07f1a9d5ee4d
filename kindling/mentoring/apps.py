from importlib import import_module

from django.apps import AppConfig


class MentoringConfig(AppConfig):
    name = "kindling.mentoring"

    def ready(self) -> None:
        """Stand on the page of a mentor; let the clock look for checks that ran out."""
        from kindling.mentoring import along  # noqa: PLC0415 (models are ready only now)

        along.register()
        import_module("kindling.mentoring.lapsing")
