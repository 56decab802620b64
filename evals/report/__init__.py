"""Report: what was judged, for people (a page, Markdown) and for machines (JUnit).

Names, texts and answers come from outside: each format escapes them, and characters that no
format can hold are dropped.
"""

from .junit import junit
from .page import html
from .summary import summary

__all__ = ["html", "junit", "summary"]
