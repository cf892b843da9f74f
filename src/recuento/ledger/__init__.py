"""What is held, since when and why: claims in, entries out, nothing overwritten."""
