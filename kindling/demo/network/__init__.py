"""A network of hundreds of schools, to measure on: `manage seed_network`."""
