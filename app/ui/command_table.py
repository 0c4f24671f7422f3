"""Words, picture, keys and tip of each of the program's commands, once, and the menus and bars that name them."""

from __future__ import annotations

from app.records import dataclass


@dataclass(frozen=True, slots=True)
class Spec:
    """One command. `needs`: it is grey without an open issue.

    `check` makes it one that is on or off: it says which of both it is at first, or the name of a choice of which one is on.
    """

    text: str
    icon: str = ""
    keys: str = ""
    tip: str = ""
    needs: bool = True
    short: str = ""
    check: str = ""


SPECS: dict[str, Spec] = {
    "next_issue": Spec("新建下一期…", "next_issue", "Ctrl+N", "沿用上一期的版式、报头、报送单位和印数，期号加一", False, "新建下一期"),
    "from_template": Spec("从模板新建…", "from_template", "Ctrl+Shift+N", "从一种简报模板开始新的一期", False, "从模板新建"),
    "open": Spec("打开…", "open", "Ctrl+O", "打开保存过的简报（.jianbao）", False, "打开"),
    "open_sample": Spec("打开示例", "article", "", "打开编好的示例，不会改坏", False),
    "save": Spec("保存", "save", "Ctrl+S", "保存到文件"),
    "save_as": Spec("另存为…", "", "F12", "换一个名字或位置保存"),
    "save_clean": Spec("另存外发副本…", "", "", "存一份给别人的 .jianbao：只有印出来的内容，不含来稿原件、批注、电话和聊天内容"),
    "save_with_originals": Spec("另存副本（附来稿原件）…", "", "", "存一份给本单位同事的 .jianbao，连同用到的来稿原件"),
    "versions": Spec("以前保存的版本…", "", "", "每次保存时另留的一份，可以打开来看或取回"),
    "recover": Spec("恢复没有保存的稿子…", "", "", "找回上次断电或意外关闭时没有保存的改动", False),
    "person": Spec("我的姓名…", "", "", "同事打开您正在编的简报时看到、改动记录里记下的名字", False),
    "clear_traces": Spec("清除本机痕迹…", "", "", "删去本机为这一期留的底稿、版本和“最近打开”里的一条"),
    "export_pdf": Spec("导出 PDF…", "export_pdf", "Ctrl+Shift+P", "导出用来印刷和发送的 PDF", True, "导出 PDF"),
    "export_docx": Spec("导出 Word 文档…", "export_docx", "Ctrl+Shift+W", "导出可以在 WPS、Word 里接着改的 DOCX", True, "导出 Word"),
    "lock_lines": Spec(
        "Word 文档锁定断行",
        "",
        "",
        "导出的 Word 文档每行断在同一个字，跨页的表头也写好；要在 Word、WPS 里接着大改就关掉",
        False,
        "",
        "on",
    ),
    "export_ofd": Spec("导出 OFD…", "", "", "导出国家标准的版式文件（GB/T 33190），用于电子公文"),
    "export_small": Spec("导出 PDF（微信发送）…", "", "", "小于 2 MB 的 PDF，只缩小图片，简报里的图片不动"),
    "export_pictures": Spec("导出图片（手机看）…", "", "", "一页一张 JPG，发到手机上看"),
    "export_long": Spec("导出长图（手机看）…", "", "", "各页上下接成一张 JPG，发到手机上看"),
    "print": Spec("印刷…", "", "Ctrl+P", "打印，或导出 A3 折页、套印用的 PDF，并算出要多少张纸"),
    "copy_web": Spec("复制文章（公众号、网站用）", "", "", "复制标题和正文，不带报头、报送单位，到网页编辑器里粘贴"),
    "copy_contents": Spec("复制目录", "", "", "只复制目录，一条一行"),
    "send_review": Spec("导出送审稿…", "", "", "导出给领导改的 DOCX；在 Word、WPS 里改好送回来，能认出改了哪里"),
    "take_review": Spec("送审稿改回…", "", "", "读改好的送审稿，一处一处看改了什么，采用或不采用"),
    "redline": Spec("花脸稿…", "", "", "和以前的一份比，删去的画线、新加的加下划线，导出 PDF 或 Word"),
    "report": Spec("版面报告…", "info", "", "每面行数、字数、页码、报尾和用到的字体"),
    "hand_over": Spec("交接…", "", "", "把来稿库、签发过的各期、统计、版式、词表和名单存成一个文件，交给接手的人", False),
    "open_handover": Spec("打开交接文件…", "", "", "接过别人交来的一个单位，或者并进本机的来稿库", False),
    "shared_library": Spec("单位共用的来稿库…", "", "", "几台电脑共用一个来稿库（PostgreSQL），或者搬回本机", False),
    "quit": Spec("退出", "", "Ctrl+Q", "", False),
    "undo": Spec("撤销", "undo", "Ctrl+Z", "撤销"),
    "redo": Spec("恢复", "redo", "Ctrl+Y", "恢复"),
    "go_back": Spec("回到此前…", "chevron_down", "Ctrl+Alt+Z", "列出做过的每一步，选一步，回到它之前"),
    "repeat": Spec("重复上一步", "", "F4", "在光标处再做一次刚才的输入、删除、粘贴或样式"),
    "find": Spec("查找…", "find", "Ctrl+F", "在这一期里查找", True),
    "replace": Spec("替换…", "", "Ctrl+H", "查找并换成别的字"),
    "find_next": Spec("查找下一处", "", "F3", ""),
    "find_previous": Spec("查找上一处", "", "Shift+F3", ""),
    "go_to": Spec("转到…", "", "Ctrl+G", "转到第几页第几行"),
    "paste": Spec("粘贴来稿", "paste", "Ctrl+Shift+V", "把剪贴板里的来稿变成一篇或几篇文章", False, "粘贴来稿"),
    "import": Spec("导入来稿…", "import", "Ctrl+I", "从文件导入来稿", False, "导入"),
    "insert_picture": Spec("图片…", "picture", "", "在光标所在的段落后面插入 PNG 或 JPEG 图片"),
    "add_article": Spec("新建文章", "add", "Ctrl+Alt+N", "在当前文章之后添一篇空文章"),
    "add_section": Spec("新建栏目", "section", "", "添一个栏目"),
    "rename": Spec("重命名", "rename", "F2", "改文章标题或栏目名"),
    "move_up": Spec("上移", "up", "Alt+Shift+Up", "把文章或栏目往上移"),
    "move_down": Spec("下移", "down", "Alt+Shift+Down", "把文章或栏目往下移"),
    "delete": Spec("删除", "delete", "", "删除当前文章或栏目（可以撤销）"),
    "paste_plain": Spec("只粘贴文字", "", "Ctrl+Alt+V", "把剪贴板里的文字原样放在光标处，不修正、不带样式"),
    "role_body": Spec("正文\tCtrl+Alt+0", tip="把选中的段落设为正文"),
    "role_heading_1": Spec("一级标题\tCtrl+Alt+1", tip="一、"),
    "role_heading_2": Spec("二级标题\tCtrl+Alt+2", tip="（一）"),
    "role_heading_3": Spec("三级标题\tCtrl+Alt+3", tip="1."),
    "role_heading_4": Spec("四级标题\tCtrl+Alt+4", tip="（1）"),
    "begin_article": Spec("文章标题（另起一篇）", tip="从这一段起另成一篇文章，这一段是它的标题"),
    "role_subtitle": Spec("副题", tip="标题下面的副题"),
    "role_title_note": Spec("题注", tip="标题下面的说明"),
    "role_editor_note": Spec("编者按", tip="文章前面的编者按"),
    "role_addressee": Spec("称谓", tip="顶格的称谓"),
    "role_attachment": Spec("附件", tip="附件说明"),
    "role_byline": Spec("供稿单位", tip="文末的供稿单位"),
    "role_signature": Spec("落款", tip="文末右边的单位"),
    "role_signature_date": Spec("落款日期", tip="落款下面的日期"),
    "mark_lead": Spec("段首句\tCtrl+Alt+L", tip="把选中的字设为段首小标题，样子由模板定"),
    "mark_bold": Spec("加粗\tCtrl+B", tip="把选中的字加粗，再按一次取消"),
    "mark_kai": Spec("楷体\tCtrl+Alt+K", tip="把选中的字改用楷体，再按一次取消"),
    "help_quotes": Spec("直引号变成“”", tip='键入 " 时按前后文变成弯引号', needs=False, check="on"),
    "help_marks": Spec("汉字后的标点变成全角", tip="汉字后面键入 , . : ; ? ! ( ) 时变成全角", needs=False, check="on"),
    "help_dashes": Spec("-- 和 ... 变成 —— 和 ……", tip="键入两个 - 或三个点时变成破折号、省略号", needs=False, check="on"),
    "help_ordinals": Spec("回车后接着编号", tip="段首有“一、”“1.”“一是”时，回车后写上下一个", needs=False, check="off"),
    "digits_set_headings": Spec("Ctrl+1～4 设为标题", tip="和 Ctrl+Alt+1～4 一样；WPS 里 Ctrl+1、2、5 是行距", needs=False, check="off"),
    "turn_title": Spec("标题在此转行", "", "Alt+Return", "标题在光标处转到下一行"),
    "turn_left": Spec("转行处左移一词", "", "Alt+Up", "标题的转行处往左移一个词"),
    "turn_right": Spec("转行处右移一词", "", "Alt+Down", "标题的转行处往右移一个词"),
    "auto_turns": Spec("标题自动转行", "", "", "不用手工设的转行，由版式决定标题在哪里转行"),
    "zoom_in": Spec("放大", "zoom_in", "Ctrl++", "放大"),
    "zoom_out": Spec("缩小", "zoom_out", "Ctrl+-", "缩小"),
    "zoom_100": Spec("实际大小", "", "Ctrl+0", "100%"),
    "fit_width": Spec("适合页宽", "fit_width", "Ctrl+9", "页面和窗口一样宽"),
    "fit_page": Spec("适合整页", "fit_page", "Ctrl+8", "看到整页"),
    "insert_table": Spec("表格…", "", "", "在当前段落之后插入表格"),
    "row_above": Spec("在上方插入行"),
    "row_below": Spec("在下方插入行"),
    "column_left": Spec("在左侧插入列"),
    "column_right": Spec("在右侧插入列"),
    "remove_row": Spec("删除行"),
    "remove_column": Spec("删除列"),
    "remove_table": Spec("删除表格"),
    "merge_right": Spec("与右边一格合并"),
    "merge_below": Spec("与下边一格合并"),
    "split_cell": Spec("拆分单元格"),
    "toggle_head": Spec("表头到本行", "", "", "到这一行为止作表头，排到下一面时再印一次；再点一次就没有表头"),
    "align_left": Spec("本格靠左"),
    "align_centre": Spec("本格居中"),
    "align_right": Spec("本格靠右"),
    "column_align_left": Spec("整列靠左"),
    "column_align_centre": Spec("整列居中"),
    "column_align_right": Spec("整列靠右"),
    "even_widths": Spec("各列等宽"),
    "fit_widths": Spec("按内容定列宽"),
    "paragraph_below": Spec("在表格后另起一段"),
    "look": Spec("版式设置", "settings", "", "模板、每面行数和每行字数、正文从哪里起、页码"),
    "issue_template": Spec("全部版式值…", "", "", "这一期版式的每一项，旁边看着页面改"),
    "templates": Spec("版式模板…", "from_template", "", "看、改、比较各种简报的版式，做自己的版式", False),
    "take_look": Spec("从现有简报取版式…", "import", "", "读上一期简报的 Word 文件，从它取出版式，逐项看过再存", False),
    "copyfit": Spec("版面调整", "copyfit", "", "压行、撑行，凑够页数"),
    "view_continuous": Spec("连续", "", "", "页面一张接一张往下排", False, "", "arrangement"),
    "view_single": Spec("单页", "", "", "一次只看一页", False, "", "arrangement"),
    "view_spreads": Spec("双页", "", "", "像 A3 折页那样看：第 1 页是封面，2、3 页相对", False, "", "arrangement"),
    "pens": Spec("过稿", "", "F11", "拿着改过的清样，一条一条记下、改好、打勾"),
    "add_photos": Spec("放校样照片…", "", "", "把带笔迹的清样拍的照片、扫描件放在页面旁边"),
    "show_photos": Spec("校样照片", "", "Shift+F11", "显示或收起页面旁边的校样照片", True, "", "off"),
    "show_grid": Spec("字格", "", "", "在版心里画出每行每字的格子，不打印", False, "", "off"),
    "show_lines": Spec("行号和改动", "", "", "页边标出每行的行号，和最近一份清样以来改动的地方，不打印", False, "", "off"),
    "show_thumbnails": Spec("缩略图", "", "", "左边换成一页页的缩略图", False, "", "off"),
    "show_reader": Spec("朗读窗格", "", "", "用文字说出光标在哪里，供读屏软件朗读", False, "", "off"),
    "theme_system": Spec("跟随系统", "", "", "界面颜色和系统一致", False, "", "theme"),
    "theme_light": Spec("浅色", "", "", "浅色的界面", False, "", "theme"),
    "theme_dark": Spec("深色", "", "", "深色的界面，页面仍是白的", False, "", "theme"),
    "next_pane": Spec("下一个窗格", "", "F6", "依次走到大纲、页面、内容面板", False),
    "previous_pane": Spec("上一个窗格", "", "Shift+F6", "反过来走", False),
    "next_page": Spec("下一页", "", "Ctrl+PgDown", ""),
    "previous_page": Spec("上一页", "", "Ctrl+PgUp", ""),
    "show_outline": Spec("大纲", "panel_left", "F9", "显示或收起左边的大纲", False, "", "on"),
    "show_inbox": Spec("来稿箱", "import", "F8", "显示或收起大纲下面的来稿箱", False, "", "off"),
    "show_inspector": Spec("内容面板", "panel_right", "F10", "显示或收起右边的内容面板", False, "", "on"),
    "check_next": Spec("下一处", "", "F7", "到下一处校对意见"),
    "check_next_error": Spec("下一处必错", "", "Alt+Shift+F7", "跳过疑似和提示，先到下一处必错"),
    "check_previous": Spec("上一处", "", "Shift+F7", "到上一处校对意见"),
    "check_fix": Spec("改正这一处", "", "Alt+F7", "改成建议的写法，转到下一处"),
    "check_stand": Spec("这一处不改", "", "Ctrl+F7", "这一期里不再提示这一处"),
    "check_ignore": Spec("不再提示此词", "", "", "以后各期都不再提示这几个字"),
    "check_panel": Spec("校对意见", "", "Ctrl+Shift+F7", "在右边列出全部校对意见"),
    "collate": Spec("对校（和来稿对着看）", "", "Ctrl+Shift+F5", "在右边列出这篇文章的来稿原文，标出改过的地方"),
    "collate_next": Spec("下一处改动", "", "F5", "到和来稿不同的下一处"),
    "collate_previous": Spec("上一处改动", "", "Shift+F5", "到和来稿不同的上一处"),
    "collate_back": Spec("恢复原文", "", "Alt+F5", "这一处恢复成来稿的原文"),
    "comment": Spec("加批注", "", "Ctrl+Alt+M", "对选中的字写一句话，不打印，导出的文件里没有"),
    "comments": Spec("批注", "", "Ctrl+Alt+Shift+M", "在右边列出全部批注"),
    "proof_rounds": Spec("三校记录…", "", "Ctrl+Alt+J", "一校、二校、三校由谁、何时、改了几处、签没签字，印成一页校对记录"),
    "unify": Spec("统一称谓…", "", "Ctrl+Alt+U", "列出本期的单位和人名，把几种写法改成一种"),
    "final_check": Spec("定稿前检查…", "", "Ctrl+F10", "期号、日期、报送单位、目录、人名、版面，一页看完"),
    "check_on": Spec("边写边校对", "", "", "在页面上给可能有错的字画波浪线", False, "", "on"),
    "check_settings": Spec("校对设置…", "", "", "规则的程度、领导名单、单位、词语与提法，由本单位自己定", False),
    "statistics": Spec("采用统计…", "", "", "各单位报送、采用、得分，按月、季、年统计；结账，写通报，导出 XLSX", False),
    "archive_find": Spec("在往期档案里查", "", "", "在签发过的各期里查选中的字"),
    "archive_issue": Spec("归档…", "", "", "把签发的这一期的 PDF、Word、OFD、审签单、花脸稿写进年份文件夹"),
    "archive": Spec("往期档案…", "", "Ctrl+Shift+A", "签发过的每一期：首页、全文查找、提到某单位某人的各处、归档、年度总目录", False),
    "submit": Spec("送签", "", "", "送给领导签发：整期留底，这以后的每一处改动都记下来"),
    "withdraw": Spec("撤回送签", "", "", "不送签了，接着编"),
    "approval": Spec("审签单…", "", "", "拟稿、核稿、会签、签发留空手写，一页 A4"),
    "sign": Spec("签发…", "", "", "定期号和日期，填进报头并登记；以后只能看"),
    "lift": Spec("解除签发…", "", "", "写明理由，再改；改过的在大纲和改动记录里用红色标出"),
    "issued": Spec("记为已印发…", "", "", "签发的这一期哪一天印好、发出去了"),
    "not_issued": Spec("撤销已印发", "", "", "其实还没有印发，回到已签发"),
    "trail": Spec("送签以来的改动…", "", "", "谁、什么时候、改了什么"),
    "signed_versions": Spec("签发过的版本…", "", "", "每次签发时的整期，可以打开来看、导出"),
    "numbers": Spec("期号…", "", "", "各种简报的期号给了哪一期，空号、重号，以前编到第几期", False),
    "distribution": Spec("分发单…", "", "", "每个单位几份，合计和印数对得上；印分发单、签收表、标签"),
    "shortcuts": Spec("快捷键", "", "F1", "所有的快捷键", False),
    "about": Spec("关于编报", "info", "", "版本、字体和许可证", False),
}

MENUS: tuple[tuple[str, str], ...] = (
    (
        "文件(&F)",
        "next_issue from_template - open recent open_sample - save save_as save_clean save_with_originals versions recover - "
        "print exports copy_web copy_contents - "
        "send_review take_review redline - "
        "person clear_traces - quit",
    ),
    (
        "编辑(&E)",
        "undo redo go_back repeat - find replace find_next find_previous go_to - paste paste_plain import -"
        " add_article add_section - rename move_up move_down delete",
    ),
    ("插入(&I)", "insert_picture insert_table"),
    ("格式(&O)", "roles - mark_lead mark_bold mark_kai - turn_title turn_left turn_right auto_turns - helps"),
    (
        "表格(&T)",
        "row_above row_below column_left column_right - remove_row remove_column remove_table - merge_right merge_below split_cell -"
        " toggle_head column_widths cell_align - paragraph_below",
    ),
    (
        "校对(&P)",
        "check_next check_next_error check_previous check_fix check_stand check_ignore - check_panel - "
        "collate collate_next collate_previous collate_back - comment comments - unify final_check proof_rounds - check_on check_settings",
    ),
    ("签发(&S)", "submit withdraw approval - sign lift issued not_issued archive_issue - distribution - trail signed_versions"),
    ("办公(&W)", "numbers archive archive_find statistics - templates take_look - hand_over open_handover shared_library"),
    (
        "视图(&V)",
        "zooms - view_continuous view_single view_spreads - previous_page next_page - "
        "show_grid show_lines look issue_template copyfit - pens add_photos show_photos - "
        "panes - theme",
    ),
    ("帮助(&H)", "shortcuts - open_sample about"),
)
"""The menu bar: names of actions and of smaller menus, "-" for a line, "recent" for the recent files."""

SUBMENUS: dict[str, tuple[str, str]] = {
    "exports": ("导出", "export_pdf export_docx export_ofd - export_small export_pictures export_long - lock_lines report"),
    "zooms": ("缩放", "zoom_in zoom_out zoom_100 - fit_width fit_page"),
    "panes": ("窗格", "show_outline show_thumbnails show_inbox show_inspector show_reader - next_pane previous_pane"),
    "theme": ("界面颜色", "theme_system theme_light theme_dark"),
    "roles": (
        "段落样式",
        "role_body role_heading_1 role_heading_2 role_heading_3 role_heading_4 - begin_article role_subtitle role_title_note"
        " role_editor_note role_addressee role_attachment - role_byline role_signature role_signature_date",
    ),
    "column_widths": ("列宽", "fit_widths even_widths"),
    "cell_align": ("对齐", "align_left align_centre align_right - column_align_left column_align_centre column_align_right"),
    "article": ("这篇文章", "add_article - move_up move_down - delete"),
    "helps": ("输入辅助", "help_quotes help_marks help_dashes help_ordinals - digits_set_headings"),
}
"""Menus inside of menus: their title and what stands in them."""

TOOLS = (
    *("next_issue", "from_template", "-", "open", "save", "-", "paste", "import", "-"),
    *("undo", "go_back", "redo", "find", "-", "export_pdf", "export_docx"),
)
"""The tool bar, left to right; those with a short word show it beside their picture."""

MORE_KEYS = {"paste": ("Ctrl+V",), "zoom_in": ("Ctrl+=",), "redo": ("Ctrl+Shift+Z",)}
"""Further keys of a command."""

OUTLINE_TOOLS = ("add_article", "add_section", "-", "move_up", "move_down", "rename", "delete")
