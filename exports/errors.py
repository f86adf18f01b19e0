"""Why a file could not be made, in words for the person who asked for it."""

from collections.abc import Sequence
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


class TemplateUnreadable(ExportError):
    """The office's own file for slides is none that PowerPoint made."""

    def __init__(self, file: str):
        super().__init__(
            N_(
                "Không mở được tệp mẫu trình chiếu “{file}”: đây không phải tệp PowerPoint "
                "(.pptx hoặc .potx)."
            ),
            file=file,
        )


class TemplateLacks(ExportError):
    """The office's own file for slides has no layout for something; `missing` names them as message ids."""

    def __init__(self, file: str, missing: Sequence[str]):
        self.missing = tuple(missing)
        super().__init__(
            N_(
                "Tệp mẫu trình chiếu “{file}” thiếu bố cục: {missing}. Hãy thêm bố cục này vào bản chiếu "
                "cái (Slide Master) của tệp rồi xuất lại."
            ),
            file=file,
        )

    def said(self, lang: Language) -> str:
        """The reason, with the names of what is missing."""
        return lang(self.text, missing="; ".join(lang(each) for each in self.missing), **self.values)
