"""Reads what people hand in: OneRoster packages and spreadsheets. Writes nothing, trusts nothing."""
