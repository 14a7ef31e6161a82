"""The reader: a small pretrained encoder that parses English news into spaCy docs."""
