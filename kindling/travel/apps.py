from importlib import import_module

from django.apps import AppConfig


class TravelConfig(AppConfig):
    name = "kindling.travel"

    def ready(self) -> None:
        import_module("kindling.travel.actions.checking")  # the task must be known to every worker
