"""The PDFs of a project by WeasyPrint alone, tuned: prints the seconds of CPU that they took.

Composing the documents and drawing their figures is not counted; importing WeasyPrint is. The
pages, the style sheet (parsed once), the fonts and the PDF variant are those of policygen.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path

from policygen.build.compose import compose
from policygen.build.select import matrix
from policygen.load import load_project
from policygen.resources import load_skin
from policygen.write.diagrams import drawn

VARIANT = "pdf/a-2a"
"""What the engine makes by itself of tagged, archivable PDF."""


def main() -> None:
    """Render every document and language of the project named on the command line."""
    root = Path(sys.argv[1])
    project = load_project(root)
    documents = compose(project, matrix(project.config), draft=False).documents
    skin = load_skin(root, project.config.theme)
    drawn_documents = [drawn(document, skin.fonts) for document in documents.values()]
    started = time.process_time()

    import weasyprint  # noqa: PLC0415 - its import is part of the cost

    from policygen.write import pdf  # noqa: PLC0415
    from policygen.write.pdf_fetch import ASSET, Fetcher  # noqa: PLC0415

    gc.set_threshold(100_000)
    for document in drawn_documents:
        sheet, configuration = pdf._style(skin.print_css, document.theme, skin.fonts)  # noqa: SLF001 - to be fair, the very same
        fetcher = Fetcher({ASSET + asset.name: asset for asset in document.assets}, skin.fonts)
        page = pdf.print_page(document, skin)
        weasyprint.HTML(string=page, base_url=ASSET, url_fetcher=fetcher).write_pdf(
            stylesheets=[sheet], font_config=configuration, pdf_variant=VARIANT
        )
    print(time.process_time() - started)


if __name__ == "__main__":
    main()
