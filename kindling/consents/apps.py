from importlib import import_module

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "kindling.consents"

    def ready(self) -> None:
        """Give new schools words to start from; let what has run out end by the clock."""
        from kindling.consents.planting import give_start  # noqa: PLC0415 (models are ready only now)
        from kindling.schools.beginning import begin_with  # noqa: PLC0415

        begin_with(give_start)
        import_module("kindling.consents.actions.ending")
