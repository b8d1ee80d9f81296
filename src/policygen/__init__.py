"""policygen: one YAML source, every customer-service document."""

__version__ = "0.1.0"
