from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "kindling.search"

    def ready(self) -> None:
        import_module("kindling.search.actions")  # the task must be known to every worker
