from functools import partial
from importlib import import_module

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    name = "kindling.consents"

    def ready(self) -> None:
        """Give new schools words; ask before a text to a student; let what ran out end by the clock."""
        from kindling.consents.kinds import Kind  # noqa: PLC0415
        from kindling.consents.planting import give_start  # noqa: PLC0415 (models are ready only now)
        from kindling.consents.rules import bars  # noqa: PLC0415
        from kindling.notices.reaching import bar_texts  # noqa: PLC0415
        from kindling.schools.beginning import begin_with  # noqa: PLC0415

        begin_with(give_start)
        bar_texts(partial(bars, Kind.TEXTS))
        import_module("kindling.consents.actions.ending")
