"""The corpus of detention reporting: documents written with marks inside the text, compiled to offsets."""
