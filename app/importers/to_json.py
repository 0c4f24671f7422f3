"""A structure becomes the JSON that the command line prints and that goldens hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.importers.found import FoundArticle, FoundFooter, FoundParagraph, FoundSection, Structure
from app.importers.repair import Repair


def to_json(structure: Structure, repairs: Iterable[Repair] | None = None) -> dict[str, Any]:
    """Plain dictionaries and lists; keys of `extra` without content are left out. `repairs` are listed where they are given."""
    signature = structure.signature
    out: dict[str, Any] = {
        "kind": structure.kind,
        "masthead": list(structure.masthead),
        "issue": structure.issue,
        "issuer": structure.issuer,
        "date": structure.date,
        "date_iso": structure.date_iso,
        "toc": [{"section": entry.section, "text": entry.text} for entry in structure.contents],
        "sections": [_section(section) for section in structure.sections],
        "footer": _footer(structure.footer) if structure.footer else None,
        "meta": dict(structure.meta),
        "signature": {"org": signature.org, "date": signature.date, "date_iso": signature.date_iso} if signature else None,
        "dropped": list(structure.dropped),
    }
    extra = _extra(structure)
    if extra:
        out["extra"] = extra
    if repairs is not None:
        out["repairs"] = [_repair(repair) for repair in repairs]
    return out


def _section(section: FoundSection) -> dict[str, Any]:
    return {"name": section.name, "articles": [_article(article) for article in section.articles]}


def _article(article: FoundArticle) -> dict[str, Any]:
    out: dict[str, Any] = {"title": list(article.title), "runin": article.runin}
    if article.subtitle:
        out["title"] = [*article.title, article.subtitle]
    out["paragraphs"] = [_paragraph(paragraph) for paragraph in article.paragraphs]
    return out


def _paragraph(paragraph: FoundParagraph) -> dict[str, Any]:
    out: dict[str, Any] = {"text": paragraph.text, "level": paragraph.level}
    if paragraph.runin:
        out |= {"runin": paragraph.runin, "runin_level": paragraph.runin_level}
    return out


def _footer(footer: FoundFooter) -> dict[str, Any]:
    return {"report": footer.report, "send": footer.send, "copies": footer.copies, "lines": list(footer.lines)}


def _extra(structure: Structure) -> dict[str, Any]:
    extra, footer, articles = structure.extra, structure.footer, structure.articles
    notes = [article.title_note for article in articles if article.title_note]
    fields: dict[str, Any] = {
        "total": extra.total,
        "supplement": extra.supplement,
        "secrecy": extra.secrecy,
        "number": extra.number,
        "issuer_role": extra.issuer_role,
        "editor_notes": [note for article in articles for note in article.editor_notes],
        "bylines": [byline for article in articles for byline in article.bylines],
        "editors": list(extra.editors),
        "title_note": notes[0] if len(notes) == 1 else notes,
        "attachments": [line for article in articles for line in article.attachments],
        "footer_to": footer.to if footer else None,
        "cc": footer.cc if footer else None,
        "footer_added": footer.added if footer else None,
    }
    return {name: value for name, value in fields.items() if value}


def _repair(repair: Repair) -> dict[str, Any]:
    out: dict[str, Any] = {"rule": repair.rule, "block": repair.block, "start": repair.start}
    out |= {"before": repair.before, "after": repair.after}
    if repair.kind != "change":
        out["kind"] = repair.kind
    if repair.pending:
        out["pending"] = True
    return out
