"""The judge of briefs: labelled seeds and how a brief compares with them."""
