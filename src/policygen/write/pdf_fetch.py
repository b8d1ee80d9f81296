"""What the PDF engine may load: the document's own pictures and fonts, from memory, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygen.doc import tree
    from policygen.write.skin import FontFace

ASSET: Final = "asset:/"
FONT: Final = "font:/"


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no type hints
    """Serves assets and fonts by private addresses and stops the rendering at any other."""

    def __init__(self, pictures: Mapping[str, tree.Asset], faces: Sequence[FontFace]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._pictures = pictures
        self._faces = {f"{FONT}{number}": face.path for number, face in enumerate(faces)}

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """Return the picture or font of a private address; FatalURLFetchingError for all else."""
        del headers
        if picture := self._pictures.get(url):
            return URLFetcherResponse(url, picture.data, {"Content-Type": picture.media_type})
        if path := self._faces.get(url):
            return URLFetcherResponse(url, Path(path).read_bytes(), {"Content-Type": "font/ttf"})
        raise FatalURLFetchingError(url)
