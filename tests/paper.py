"""What printed PDF files say."""

import pypdfium2

HYPHEN = "\x02"  # what PDFium writes for a hyphen at the end of a line


def texts_of(pdf):
    """Return the text of each sheet of `pdf` (bytes). PDFium, Chromium's own library, reads them at once."""
    texts = [sheet.get_textpage().get_text_bounded() for sheet in pypdfium2.PdfDocument(pdf)]
    return [text.replace(HYPHEN, "-") for text in texts]
