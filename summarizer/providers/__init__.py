"""Providers: whatever answers asks. `choice` picks one; each other file is one of them."""
