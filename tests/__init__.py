"""Tests mirror the folders of the code."""
