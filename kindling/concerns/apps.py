from importlib import import_module

from django.apps import AppConfig


class ConcernsConfig(AppConfig):
    name = "kindling.concerns"

    def ready(self) -> None:
        """Stand in the family's letter, and on the pages of incidents and of support."""
        import_module("kindling.concerns.door").hang_doors()
        import_module("kindling.concerns.along").stand_along()
