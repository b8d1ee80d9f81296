"""Document templates: the only importer of jinja2."""
