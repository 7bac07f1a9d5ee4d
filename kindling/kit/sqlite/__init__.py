"""Django's SQLite, with a shorter way in and out: settings name it as the database's ENGINE."""
