"""Named repairs, in the order in which they run."""

from __future__ import annotations

from app.importers.clean.characters import find_bullets, find_invisible, find_wide, find_wrong_decoding
from app.importers.clean.chat import find_chat_heads
from app.importers.clean.copies import find_second_copies
from app.importers.clean.furniture import (
    find_masthead_noise,
    find_page_edges,
    find_page_numbers,
    find_rules,
    find_running_heads,
    find_stray_quotes,
)
from app.importers.clean.joins import find_doubled, find_joins
from app.importers.clean.mail import find_mail
from app.importers.clean.marks import find_marks, find_parentheses, find_quotes, find_single_quotes
from app.importers.clean.spaces import find_spaces
from app.importers.clean.splits import find_splits
from app.importers.clean.traditional import find_traditional
from app.importers.clean.web import find_document_number, find_meta, find_web_noise
from app.importers.repair import Rule

RULES = (
    Rule("wrong_decoding", "编码读错的乱码已还原", "ÊÐÕþ¸® → 市政府", find_wrong_decoding),
    Rule("invisible", "去掉看不见的字符", "云河​市 → 云河市", find_invisible),
    Rule("wide", "全角数字和字母改为半角", "２０２４ → 2024", find_wide),
    Rule("long_line", "整篇在一行里，按栏目、标题、报尾分开", "第3期 云河市… → 第3期 / 云河市…", find_splits),
    Rule("web_noise", "去掉网页的路径、按钮和版权行", "【打印】【关闭】 → ", find_web_noise),
    Rule("mail", "去掉邮件的收发信息、附言和程序签名", "发件人：张敏 → ", find_mail),
    Rule("web_table", "网页表格移到文件信息栏", "索引号：Y0123 → （信息栏）", find_meta),
    Rule("chat_head", "去掉聊天记录里的姓名、时间和占位", "张敏 3月5日 10:23 → ", find_chat_heads),
    Rule("page_edge", "去掉页眉页脚", "云河信息　第3期 → ", find_page_edges),
    Rule("page_number", "去掉页码", "— 3 — → ", find_page_numbers),
    Rule("running_head", "去掉页眉", "云河信息 第3期 → ", find_running_heads),
    Rule("document_number", "文号和红头移到文件信息栏", "云办〔2024〕3号 → （信息栏）", find_document_number),
    Rule("drawn_rule", "去掉画出的横线", "———— → ", find_rules),
    Rule("stray_quote", "引号脱离了原位，请对照原件补上", "“ → ", find_stray_quotes),
    Rule("masthead_noise", "去掉报头里的杂字", "箔 → ", find_masthead_noise),
    Rule("second_copy", "去掉重复的第二份", "（同一篇的第二份） → ", find_second_copies),
    Rule("doubled", "翻页处重复的字只留一个", "开展丰 / 丰富 → 开展 / 丰富", find_doubled),
    Rule("join", "被换行或翻页切断的段落接上", "茌 / 平区 → 茌平区", find_joins),
    Rule("bullet", "去掉行首的项目符号", "- 市政府… → 市政府…", find_bullets),
    Rule("parenthesis", "中文里的半角括号改为全角", "(扩大) → （扩大）", find_parentheses),
    Rule("half_width_mark", "中文里的半角标点改为全角", "会议指出,要 → 会议指出，要", find_marks),
    Rule("quote", "直引号改为弯引号", '"创文" → “创文”', find_quotes),
    Rule("single_quote", "单直引号改为弯引号", "'两山' → ‘两山’", find_single_quotes),
    Rule("space", "去掉中文里多余的空格", "3 月 5 日 → 3月5日", find_spaces),
)
"""The order matters: what decides where a paragraph ends runs before what looks at whole paragraphs."""

SIMPLIFY = Rule("simplify", "繁体转简体", "漢字 → 汉字", find_traditional)
"""Done only where it is asked for, before all others, so that they see simplified text."""
