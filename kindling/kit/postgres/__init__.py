"""Django's PostgreSQL with fewer indexes: settings name it as the database's ENGINE."""
