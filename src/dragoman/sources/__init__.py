"""Where pages come from. Every source yields pages, and a failure for each one that can't be had."""

from dragoman.sources.demo import demo
from dragoman.sources.files import MAX_BYTES, Failure, find, load, pages

__all__ = ["MAX_BYTES", "Failure", "demo", "find", "load", "pages"]
