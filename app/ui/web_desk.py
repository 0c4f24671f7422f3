"""The issue's text, or its contents alone, goes on the clipboard as web editors and chats take it in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.ui.message_bar import MessageBar
from app.ui.session import Session


class WebDesk(QObject):
    """`acts` are the commands, by the names of their actions."""

    def __init__(self, session: Session, bar: MessageBar) -> None:
        super().__init__(session)
        self._session, self._bar = session, bar
        self.acts = {"copy_web": lambda: self.copy_article(bylines=False), "copy_contents": self.copy_contents}

    def copy_article(self, *, bylines: bool) -> None:
        """Titles and text with their looks; no masthead, no recipients, and who sent the articles in only where it is wanted."""
        from app.exporters.web_article import article_text, has_bylines, web_article

        issue = self._session.issue
        if issue is None:
            return
        mime = QMimeData()
        mime.setHtml(web_article(issue, bylines=bylines))
        mime.setText(article_text(issue, bylines=bylines))
        QGuiApplication.clipboard().setMimeData(mime)
        left_out = "报头、报送单位" if bylines else "报头、报送单位和供稿单位"
        choices = [("带上供稿单位", lambda: self.copy_article(bylines=True))] if has_bylines(issue) and not bylines else []
        self._bar.say("done", f"文章复制好了，不带{left_out}，到公众号或网站的编辑器里粘贴。", choices, until_change=True)

    def copy_contents(self) -> None:
        """The contents, a line for each entry."""
        from app.exporters.web_article import contents_text

        issue = self._session.issue
        if issue is None:
            return
        words = contents_text(issue)
        if not words:
            self._bar.say("info", "这一期没有目录可以复制。")
            return
        QGuiApplication.clipboard().setText(words)
        self._bar.say("done", "目录复制好了，可以粘贴到微信、邮件里。")
