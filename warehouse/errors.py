"""What can go wrong with the warehouse: one family, each message fit for a page and a log."""


class WarehouseError(Exception):
    """A fault of the warehouse that its keeper can mend; the message names the thing, never a password."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class WarehouseAway(WarehouseError):
    """The warehouse doesn't answer: its file is missing, its server is down or refuses the account."""


class ContractBroken(WarehouseError):
    """The warehouse answers and isn't what the contract says; `missing` names what it lacks."""

    def __init__(self, message: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.missing = missing
