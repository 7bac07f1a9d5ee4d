from importlib import import_module

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "kindling.surveys"

    def ready(self) -> None:
        """Open and close surveys by the clock."""
        import_module("kindling.surveys.actions.opening")
