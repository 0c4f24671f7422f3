"""The role of a paragraph becomes the office's word for it, as a voice reads it."""

from __future__ import annotations

from app.model.issue import Role

ROLE_NAMES: dict[Role, str] = {
    Role.MASTHEAD: "报头名称",
    Role.SECRECY: "密级",
    Role.COPY_NUMBER: "份号",
    Role.NUMBER: "期号",
    Role.TOTAL: "总期号",
    Role.ISSUER: "编印单位",
    Role.DATE: "日期",
    Role.SECTION: "栏目",
    Role.TITLE: "文章标题",
    Role.TOC_TITLE: "目录题",
    Role.SUBTITLE: "副题",
    Role.TITLE_NOTE: "题注",
    Role.EDITOR_NOTE: "编者按",
    Role.ADDRESSEE: "称谓",
    Role.BODY: "正文",
    Role.HEADING_1: "一级标题",
    Role.HEADING_2: "二级标题",
    Role.HEADING_3: "三级标题",
    Role.HEADING_4: "四级标题",
    Role.ATTACHMENT: "附件",
    Role.SIGNATURE: "落款",
    Role.SIGNATURE_DATE: "落款日期",
    Role.BYLINE: "供稿单位",
    Role.PICTURE: "图题",
    Role.TABLE: "表题",
    Role.CELL: "单元格",
    Role.RECIPIENTS: "报送单位",
    Role.EDITORS: "编审人员",
    Role.COPIES: "印数",
}
