"""Why a file could not be made, in words for the person who asked for it."""

from typing import Any

from language import N_, Language, language


class ExportError(Exception):
    """A file, or a part of one, that could not be made; `said` tells it in the reader's language."""

    def __init__(self, text: str, **values: Any):
        self.text, self.values = text, values
        super().__init__(self.said(language("vi")))

    def said(self, lang: Language) -> str:
        """The reason in this language."""
        return lang(self.text, **self.values)


class ChromiumMissing(ExportError):
    """No Chromium was found: pictures and PDF can't be made, slides and sheets can."""

    def __init__(self) -> None:
        super().__init__(
            N_(
                "Máy chủ chưa có Chromium nên chưa vẽ được ảnh và PDF. Cài bằng lệnh "
                "“apt-get install chromium”, hoặc đặt BROWSER_PATH là đường dẫn tới chương trình. "
                "PowerPoint và Excel vẫn xuất được."
            )
        )


class ChromiumFailed(ExportError):
    """Chromium did not start, did not answer in time, or broke off."""

    def __init__(self, why: str):
        super().__init__(N_("Chromium không làm được việc này: {why}"), why=why)


class PictureFailed(ExportError):
    """One chart or map that could not be drawn; the others can."""

    def __init__(self, title: str, why: str):
        super().__init__(N_("Không vẽ được “{title}”: {why}"), title=title, why=why)
