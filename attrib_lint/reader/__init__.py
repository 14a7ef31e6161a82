"""The reader: a small pretrained encoder that parses English news into spaCy docs."""

from attrib_lint.reader.spacy_import import import_spacy

import_spacy()  # before any module of this package imports it
