"""Tests of reading and rendering."""
