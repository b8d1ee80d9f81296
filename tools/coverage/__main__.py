"""Write docs/coverage.md from inventory.yaml, the model, and the documents of a full policy.

python -m tools.coverage
"""

from __future__ import annotations

from tools.coverage.page import PAGE, page

PAGE.write_text(page(), encoding="utf-8")
