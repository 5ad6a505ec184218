from __future__ import annotations


class NaqiError(ValueError):
    """What was wrong and what would be right."""

    code: str
    """"INVALID_OPTION", "INPUT_TOO_LARGE", …"""
    position: int | None

    def __init__(self, code: str, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.position = position

    def __reduce__(self) -> tuple[type[NaqiError], tuple[str, str, int | None]]:
        return type(self), (self.code, str(self), self.position)
