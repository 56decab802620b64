"""Spans: the addresses of text, counted in code points of the document as given."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Span"]


class Span(NamedTuple):
    """A half-open range of code points, `text[start:end]`.

    >>> Span(6, 11).of("Hello world.")
    'world'
    >>> Span(0, 5).overlaps(Span(4, 9)), Span(0, 5).overlaps(Span(5, 9))
    (True, False)
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text that stands there."""
        return text[self.start : self.end]

    def __contains__(self, other: object) -> bool:
        """Whether a span, or a single offset, lies wholly inside.

        >>> Span(2, 4) in Span(0, 5), 5 in Span(0, 5)
        (True, False)
        """
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def trimmed(self, text: str) -> Span:
        """The same span without the white space at its two ends.

        >>> Span(0, 6).trimmed("  ab  ")
        Span(start=2, end=4)
        """
        inner = self.of(text)
        start = self.start + len(inner) - len(inner.lstrip())
        return Span(start, max(start, self.start + len(inner.rstrip())))
