"""What a caller asked for that does not exist."""


class UnknownParameter(ValueError):
    """A parameter with a value that is not allowed; `missing` where the thing asked for does not exist."""

    def __init__(self, parameter: str, value: str, allowed: tuple[str, ...], *, missing: bool = False):
        self.parameter, self.value, self.allowed, self.missing = parameter, value, allowed, missing
        super().__init__(f"{parameter}={value!r}; allowed: {', '.join(allowed)}")
