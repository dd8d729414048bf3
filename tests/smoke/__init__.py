"""Runs against real servers, started by make targets and not by pytest: they take minutes."""
