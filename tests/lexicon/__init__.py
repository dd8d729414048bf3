"""Tests of the lexicon: its data, and what is read with it."""
