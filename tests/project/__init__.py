"""Tests of the project itself: its documents, its tree, its seeds and its layers."""
