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
        self.acts = {"copy_web": self.copy_article, "copy_contents": self.copy_contents}

    def copy_article(self) -> None:
        """Titles and text with their looks; no masthead, no recipients."""
        from app.exporters.web_article import article_text, web_article

        issue = self._session.issue
        if issue is None:
            return
        mime = QMimeData()
        mime.setHtml(web_article(issue))
        mime.setText(article_text(issue))
        QGuiApplication.clipboard().setMimeData(mime)
        self._bar.say("done", "文章复制好了，不带报头、报送单位和供稿落款，到公众号或网站的编辑器里粘贴。")

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
