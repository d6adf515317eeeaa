"""What a language supplies to reading: word lists and marks as data files, never code in a stage."""
