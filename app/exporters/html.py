"""An issue becomes one web page that needs no other file: headings, paragraphs, links from the contents; no script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from app.edit.fragment import marked_html, picture_html, table_html
from app.exporters.passages import Passage, reading_of
from app.model.issue import Issue, Role
from app.model.picture import Picture

_HEADING_TAGS = {
    Role.SECTION: "h2",
    Role.TITLE: "h3",
    Role.HEADING_1: "h4",
    Role.HEADING_2: "h5",
    Role.HEADING_3: "h6",
    Role.HEADING_4: "h6",
}

# Sizes follow the printed page in proportion; a screen line is as long as a printed one (28 em).
_STYLE = """
body { max-width: 28em; margin: 2em auto; padding: 0 1em; font: 1.1rem/1.8 FangSong, STFangsong, serif; color: #000; background: #fff; }
.masthead { text-align: center; color: %(red)s; font: bold 2rem/1.4 STZhongsong, SimSun, serif; margin: 0; }
.line { text-align: center; margin: .3em 0; }
.row { display: flex; justify-content: space-between; border-bottom: 2px solid %(red)s; margin: 0 0 1em; padding: .3em 1em; }
nav p, .recipients, .editors { margin: 0; padding-left: 2em; text-indent: -2em; }
nav p.section { padding-left: 0; text-indent: 0; font-family: SimHei, sans-serif; }
a { color: inherit; text-decoration: none; }
h2 { font: 1.1rem SimHei, sans-serif; margin: 1.5em 0 0; }
h3 { font: 1.4rem/1.5 STZhongsong, SimSun, serif; text-align: center; margin: 1.5em 0 1em; white-space: pre-line; }
h4, h5, h6 { font: 1.1rem/1.8 SimHei, sans-serif; margin: 0; text-indent: 2em; }
h5 { font-family: KaiTi, STKaiti, serif; } h6 { font-family: inherit; }
main p { margin: 0; text-indent: 2em; text-align: justify; }
main p.subtitle, main p.title_note { text-align: center; text-indent: 0; font-family: KaiTi, STKaiti, serif; }
main p.editor_note { font-family: KaiTi, STKaiti, serif; margin: 0 2em; }
main p.signature, main p.signature_date, main p.byline { text-align: right; text-indent: 0; margin-right: 2em; }
main p.addressee { text-indent: 0; } main p b { font-family: KaiTi, STKaiti, serif; }
table { border-collapse: collapse; width: 100%%; margin: 0 0 .5em; font-size: .85rem; } th, td { border: 1px solid; padding: .2em .4em; }
th, caption { font-family: SimHei, sans-serif; font-weight: normal; }
figure { margin: .9em 0; text-align: center; } figure.left { text-align: left; } figure.right { text-align: right; }
figcaption { font-family: KaiTi, STKaiti, serif; font-size: .95rem; text-align: center; } img { height: auto; }
footer { border-top: 1px solid; border-bottom: 1px solid; margin-top: 2em; padding: .3em 1em; font-size: .95rem; }
.copies { text-align: right; margin: 0; }
"""


def export_html(issue: Issue) -> str:
    """The whole issue as an HTML page in UTF-8."""
    reading = reading_of(issue)
    name = issue.masthead.name
    head = (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(f'{name} {issue.masthead.number.text}')}</title>\n"
        f"<style>{_STYLE % {'red': issue.template.colours.red}}</style>\n</head>\n<body>\n"
    )
    parts = [*_masthead(reading.masthead)]
    if reading.contents:
        parts += ["<nav>", *map(_entry, reading.contents), "</nav>"]
    parts += ["<main>", *map(_passage, reading.body), "</main>"]
    if reading.footer:
        parts += ["<footer>", *map(_plain, reading.footer), "</footer>"]
    return head + "\n".join(parts) + "\n</body>\n</html>\n"


def _masthead(passages: Iterable[Passage]) -> Iterator[str]:
    """Issuer and date share the row over the red rule, as they do in print."""
    yield "<header>"
    issuers, date = [], ""
    for passage in passages:
        if passage.role is Role.ISSUER:
            issuers.append(escape(passage.text))
        elif passage.role is Role.DATE:
            date = escape(passage.text)
        elif passage.picture:
            name = passage.text.replace("\n", "")
            yield f'<p class="masthead">{picture_html(passage.picture, name)}</p>'
        elif passage.role is Role.MASTHEAD:
            yield f'<p class="masthead">{escape(passage.text)}</p>'
        else:
            yield f'<p class="line {passage.role}">{escape(passage.text)}</p>'
    yield f'<p class="row"><span>{"<br>".join(issuers)}</span><span>{date}</span></p>'
    yield "</header>"


def _entry(passage: Passage) -> str:
    words = escape(passage.text)
    linked = f'<a href="#b{passage.target}">{words}</a>' if passage.target else words
    return f'<p class="{passage.role}">{linked}</p>'


def _passage(passage: Passage) -> str:
    if passage.picture:
        return _figure(passage, passage.picture)
    tag = _HEADING_TAGS.get(passage.role, "p")
    place = f' id="b{passage.block}"' if passage.block else ""
    if passage.table:
        caption = f"<caption{place}>{marked_html(passage.text, passage.marks)}</caption>"
        return table_html(passage.table, caption)
    kind = "" if tag != "p" or passage.role is Role.BODY else f' class="{passage.role}"'
    return f"<{tag}{place}{kind}>{marked_html(passage.text, passage.marks)}</{tag}>"


def _figure(passage: Passage, picture: Picture) -> str:
    caption = f"<figcaption>{escape(passage.text)}</figcaption>" if passage.text else ""
    return f'<figure id="b{passage.block}" class="{picture.placing}">{picture_html(picture, passage.text)}{caption}</figure>'


def _plain(passage: Passage) -> str:
    return f'<p class="{passage.role}">{escape(passage.text)}</p>'
