"""The settings of the dashboard. The one place that reads the environment."""

import os
import sys
import unicodedata
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    InstanceOf,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

# The password of a URL is masked by SQLAlchemy wherever it prints one; its parameters are not.
SECRET_PARAMETERS = {"odbc_connect", "passfile", "passwd", "password", "pwd", "sslpassword", "token"}


def _url(given: object) -> URL:
    """The URL of a warehouse whose dialect and driver are installed."""
    try:
        url = given if isinstance(given, URL) else make_url(str(given))
        url.get_dialect().import_dbapi()
    except (ArgumentError, NoSuchModuleError, ImportError, NotImplementedError, ValueError):
        # `from None`: the text of these errors can hold the URL, and with it the password.
        raise ValueError("không đọc được, hoặc chưa cài trình điều khiển") from None
    if "@" in (url.host or ""):
        raise ValueError("dấu @ trong mật khẩu phải viết là %40")
    if SECRET_PARAMETERS & {name.lower() for name in url.query}:
        raise ValueError("mật khẩu chỉ được đứng trước dấu @, không ở tham số")
    return url


def _embedded(data_dir: Path) -> URL:
    """The URL of the SQLite warehouse in the data folder."""
    return URL.create("sqlite", database=str(data_dir / "warehouse.sqlite"))


def _folder(path: Path) -> Path:
    """The absolute path of a folder that exists or can be made."""
    path = path.expanduser().absolute()
    if path.exists() and not path.is_dir():
        raise ValueError("có tệp trùng tên")
    return path


def _writable(path: Path) -> Path:
    """The folder, where this process may write in it (or in the nearest folder above that exists)."""
    nearest = next(folder for folder in (path, *path.parents) if folder.exists())
    if not (nearest.is_dir() and os.access(nearest, os.W_OK)):
        raise ValueError("không ghi được")
    return path


def _name(text: str) -> str:
    """The text on one line, in Unicode NFC."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _upper(given: object) -> object:
    return given.upper() if isinstance(given, str) else given


Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Folder = Annotated[Path, AfterValidator(_folder)]


def _slides(path: Path) -> Path:
    """The absolute path of a file of slides that is there."""
    path = path.expanduser().absolute()
    if not (path.is_file() and path.suffix.lower() in (".pptx", ".potx")):
        raise ValueError("không có tệp này")
    return path


A_SHARE = "một số thập phân từ 0 đến 1, dấu chấm thập phân, ví dụ 0.8"


class Settings(BaseSettings):
    """Everything that can be set, each from the environment variable of the same name in capitals.

    An empty variable counts as not set. `description` says what one accepts: the answer to a wrong value.
    """

    model_config = SettingsConfigDict(
        frozen=True, env_ignore_empty=True, extra="ignore", hide_input_in_errors=True, validate_default=True
    )

    data_dir: Folder = Field(Path("data"), description="đường dẫn một thư mục")
    cache_dir: Annotated[Folder, AfterValidator(_writable)] = Field(
        default_factory=lambda given: given["data_dir"] / "cache",
        description="đường dẫn một thư mục ghi được",
    )
    warehouse_url: Annotated[InstanceOf[URL], BeforeValidator(_url), NoDecode] = Field(
        default_factory=lambda given: _embedded(given["data_dir"]),
        exclude=True,  # a dump would hold the password
        description="một địa chỉ SQLAlchemy, ví dụ sqlite:////duong/dan/kho.sqlite hoặc "
        "postgresql+psycopg://tai_khoan:mat_khau@may_chu:5432/kho",
    )
    rollup_url: Annotated[InstanceOf[URL], BeforeValidator(_url), NoDecode] = Field(
        default_factory=lambda given: given["warehouse_url"],
        exclude=True,
        description="một địa chỉ SQLAlchemy của cùng kho, bằng tài khoản được ghi vào hai bảng tổng hợp",
    )
    host: str = Field(
        "127.0.0.1", pattern=r"^[^\s/]+$", description="tên máy hoặc địa chỉ IP, ví dụ 127.0.0.1 hoặc 0.0.0.0"
    )
    port: int = Field(8050, ge=1, le=65535, description="một số nguyên từ 1 đến 65535")
    agency_name: Annotated[str, AfterValidator(_name)] = Field(
        "Bộ Dân tộc và Tôn giáo",
        pattern=r"\S",
        max_length=120,
        description="tên cơ quan, không để trống, tối đa 120 ký tự",
    )
    default_locale: Literal["vi", "en"] = Field("vi", description="vi hoặc en")
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_upper)] = Field(
        "INFO", description="DEBUG, INFO, WARNING hoặc ERROR"
    )

    report_template: Annotated[Path, AfterValidator(_slides)] | None = Field(
        None, description="đường dẫn một tệp .pptx hoặc .potx có sẵn"
    )
    files_kept: int = Field(24, ge=1, le=24 * 30, description="số giờ, một số nguyên từ 1 đến 720")

    # The thresholds of the methodology: what counts as known, and where one status ends and the next begins.
    min_denominator: int = Field(30, ge=0, description="một số nguyên từ 0 trở lên")
    min_cell: int = Field(
        5, ge=0, le=1000, description="một số nguyên từ 0 đến 1000; 0 hoặc 1 là không ẩn số nào"
    )
    min_coverage: Share = Field(0.8, description=A_SHARE)
    on_track: Share = Field(0.95, description=A_SHARE)
    accelerate: Share = Field(0.60, description=f"{A_SHARE}, nhỏ hơn ON_TRACK")
    too_early: Share = Field(0.10, description=A_SHARE)

    @field_validator("accelerate")
    @classmethod
    def _below_on_track(cls, accelerate: float, others: ValidationInfo) -> float:
        if accelerate >= others.data.get("on_track", 1):
            raise ValueError("không nhỏ hơn ON_TRACK")
        return accelerate


def as_environment(settings: Settings) -> dict[str, str]:
    """The environment variables that say these settings to another process, the password among them."""
    given = {name.upper(): getattr(settings, name) for name in Settings.model_fields}
    return {
        name: one.render_as_string(hide_password=False) if isinstance(one, URL) else str(one)
        for name, one in given.items()
        if one is not None
    }


def faults(error: ValidationError) -> list[str]:
    """One line for each wrong variable: its name and what it accepts. The value given is never repeated."""
    lines = {}
    for fault in error.errors(include_input=False, include_context=False, include_url=False):
        if fault["type"] == "default_factory_not_called":  # follows from another fault, which is listed
            continue
        reason = fault["msg"].removeprefix("Value error, ") if fault["type"] == "value_error" else ""
        field = str(fault["loc"][0])
        accepts = Settings.model_fields[field].description
        lines[field.upper()] = f"{field.upper()}: {reason or 'giá trị sai'}; chấp nhận {accepts}"
    return list(lines.values())


def settings_or_exit(**given: Any) -> Settings:
    """The settings in force; a wrong value ends the process with one line a variable and exit code 2."""
    try:
        return Settings(**given)
    except ValidationError as error:
        wrong = faults(error)
    print("\n".join(wrong), file=sys.stderr)
    raise SystemExit(2)
