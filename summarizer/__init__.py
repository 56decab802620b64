"""Typed briefs of news articles, transcripts and statements.

The model points; the program quotes: every quote is a slice of the source.

    from summarizer import summarize
    brief = summarize("“We will not leave,” Ada Lind said.")

The public names stand in `__init__.pyi`. Each is imported when it is first used, so that
`import summarizer` costs next to nothing.
"""

import lazy_loader

__version__ = "0.1.0"
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
