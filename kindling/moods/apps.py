from importlib import import_module

from django.apps import AppConfig


class MoodsConfig(AppConfig):
    name = "kindling.moods"

    def ready(self) -> None:
        """What nobody answered in time goes to the principal by the clock."""
        import_module("kindling.moods.actions.escalating")
