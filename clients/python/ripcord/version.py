"""The version of this package, as in ``pyproject.toml``."""

VERSION = "0.1.0"

#: What acknowledges, as halts' acknowledgements name it.
CLIENT = "ripcord-python/" + VERSION
