"""Compares what a file wants with what the school has. Reads, and writes nothing."""
