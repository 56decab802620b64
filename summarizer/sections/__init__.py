"""The sections of a brief: one file each.

A section has a finished form, a `draft` (the type that the model fills in, made for one
document so that its pointers cannot leave it) and a `resolve` that turns the draft into the
finished form with slices of the source.
"""
