"""WordprocessingML (ISO/IEC 29500-1, transitional): the only place that writes it raw.

The modules make elements from plain values; `policygen.write.docx` decides which ones a document
needs.
"""
