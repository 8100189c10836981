"""Dragoman reads the news of diplomacy into a record that can be checked."""
