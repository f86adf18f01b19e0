"""Editions: the list of what was frozen, and the one that is opened with all that was revised since."""

from dash import html
from dash.development.base_component import Component

from exports.editions import Edition, changes_told
from exports.pack import Known, pack
from indicators.loads import Changes
from language import Language
from layouts.components import nothing
from layouts.links import QUALITY, REPORT, link
from layouts.quality_revisions import national_changes
from layouts.report_view import ReportView, scope_words
from layouts.tables import data_table, row


def editions_section(view: ReportView) -> list[Component]:
    """What was frozen, the newest first."""
    lang = view.choice.language
    head = [
        html.H2(lang("Các bản chốt số liệu"), id="report-editions-title"),
        html.P(
            lang(
                "Bản chốt giữ lần nạp, định nghĩa và lựa chọn dưới một số hiệu; dựng lại lúc nào cũng ra "
                "đúng nội dung đó."
            ),
            className="quiet",
        ),
    ]
    if not view.editions:
        return [
            *head,
            nothing(
                lang("Chưa chốt bản nào."),
                lang("Chọn nội dung ở trên rồi bấm “Chốt số liệu và tạo tệp”."),
            ),
        ]
    columns = (
        (lang("Số bản chốt"), ""),
        (lang("Nội dung"), ""),
        (lang("Lần nạp"), "number"),
        (lang("Chốt lúc"), ""),
        (lang("Mã kiểm tra SHA-256"), ""),
    )
    rows = [_row(one, view) for one in view.editions]
    return [*head, data_table(lang("Các bản chốt số liệu"), columns, rows, hidden_caption=True)]


def _row(edition: Edition, view: ReportView) -> Component:
    lang = view.choice.language
    number = link(edition.number, REPORT, view.choice, edition=edition.number)
    return row(
        number,
        (edition_words(edition, view.known, lang), ""),
        (_load(edition, lang), "number"),
        (lang.moment(edition.frozen_at), ""),
        (html.Code(edition.checksum[:12], title=edition.checksum), ""),
        current=edition == view.opened,
    )


def edition_words(edition: Edition, known: Known, lang: Language) -> str:
    """Of what and of which period an edition is."""
    found, _ = pack(edition.address, known, lang.code)
    words = (scope_words(found, known.provinces, lang), lang.period(found.period))
    return lang("{scope}, {period}", scope=words[0], period=words[1])


def opened_edition(view: ReportView) -> list[Component]:
    """The edition that the address names: what it is, whether it still is that, what was revised since."""
    edition, lang = view.opened, view.choice.language
    if edition is None:
        return []
    facts = [
        (lang("Nội dung"), edition_words(edition, view.known, lang)),
        (lang("Chốt lúc"), lang.moment(edition.frozen_at)),
        (lang("Lần nạp"), _load(edition, lang)),
        (lang("Định nghĩa"), edition.rests.definitions),
        (lang("Mã kiểm tra SHA-256"), edition.checksum),
    ]
    return [
        html.Div(
            [
                html.H2(lang("Bản chốt {number}", number=edition.number), id="report-edition-title"),
                link(lang("Đóng, tạo bộ mới"), REPORT, view.choice, class_name="text-button"),
            ],
            className="tile-head",
        ),
        html.Dl(
            [html.Div([html.Dt(word), html.Dd(said)], className="fact") for word, said in facts],
            className="report-facts",
        ),
        _standing(view, lang),
        *_revisions(view.since, view, lang),
    ]


def _standing(view: ReportView, lang: Language) -> Component:
    """Whether building it again can give the same."""
    if not view.changes:
        said = lang("Định nghĩa và ngưỡng như khi chốt: dựng lại ra đúng nội dung này.")
        return html.P(said, className="report-same")
    said = lang(
        "Từ khi chốt, {why}. Dựng lại có thể ra nội dung khác; khi đó tệp không mang số bản chốt.",
        why=changes_told(view.changes, lang),
    )
    return html.P(
        [html.Span("!", className="notice-icon", **{"aria-hidden": "true"}), said], className="report-differs"
    )


def _revisions(since: Changes | None, view: ReportView, lang: Language) -> list[Component]:
    """What loads after the edition's changed: how many figures, and which national values."""
    if since is None:
        return []
    heading = html.H3(lang("Thay đổi từ sau bản chốt"))
    if not since.loads:
        return [heading, nothing(lang("Chưa có lần nạp nào sau bản chốt."), good=True)]
    counted = lang(
        "{loads}; {figures}; {values}.",
        loads=lang.plural("{n} lần nạp mới", len(since.loads)),
        figures=lang.plural("{n} số liệu đã báo cáo được sửa", len(since.revisions)),
        values=lang.plural("{n} giá trị cả nước ra khác", len(since.national)),
    )
    everything = link(
        lang("Xem từng số được sửa"), QUALITY, view.choice, kind="revisions", load=str(since.since)
    )
    changed = national_changes(since, view.known.catalogue, view.choice) if since.national else []
    return [heading, html.P([counted, " ", everything]), *changed]


def _load(edition: Edition, lang: Language) -> str:
    load = edition.rests.load_id
    return lang("chưa có") if load is None else str(load)
