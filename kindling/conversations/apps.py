from importlib import import_module

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "kindling.conversations"

    def ready(self) -> None:
        """Take answers by e-mail, and let outside adults send files with them."""
        from kindling.conversations.arriving import (  # noqa: PLC0415 (models are ready only now)
            addressee_of,
            answers_broadcast,
            hears,
        )
        from kindling.conversations.rules import WRITE_MESSAGE  # noqa: PLC0415
        from kindling.letterbox.along import register  # noqa: PLC0415
        from kindling.texts.along import register_words  # noqa: PLC0415
        from kindling.uploads.rules import let_send  # noqa: PLC0415

        register(addressee_of)
        register(answers_broadcast)
        register_words(hears)
        let_send(WRITE_MESSAGE)
        for chores in ("keeping", "telling", "broadcasting"):
            import_module(f"kindling.conversations.actions.{chores}")
