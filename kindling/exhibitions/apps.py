from importlib import import_module

from django.apps import AppConfig


class ExhibitionsConfig(AppConfig):
    name = "kindling.exhibitions"

    def ready(self) -> None:
        """Give new schools kinds of exhibition, remind by the clock, take answers by text."""
        from kindling.exhibitions.actions.kinds import give_start  # noqa: PLC0415 (models are ready only now)
        from kindling.exhibitions.texting import asks  # noqa: PLC0415
        from kindling.schools.beginning import begin_with  # noqa: PLC0415
        from kindling.texts.along import register  # noqa: PLC0415

        register(asks)
        begin_with(give_start)
        import_module("kindling.exhibitions.actions.reminding")
