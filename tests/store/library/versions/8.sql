BEGIN TRANSACTION;
CREATE TABLE article_hashes (
	hash BIGINT NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (hash, issue, article), 
	FOREIGN KEY(issue) REFERENCES issues (id) ON DELETE CASCADE
);
CREATE TABLE articles (
	issue VARCHAR(32) NOT NULL, 
	article INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	PRIMARY KEY (issue, article), 
	FOREIGN KEY(issue) REFERENCES issues (id) ON DELETE CASCADE
);
CREATE TABLE contents (
	digest VARCHAR(64) NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "contents" VALUES('369b74f2003ce39f5829ec7a2f84852b72b610d0312c8951d5d8f7316c9902ba',X'617320697420776173');
CREATE TABLE counters (
	name VARCHAR(32) NOT NULL, 
	number BIGINT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "counters" VALUES('version',8);
INSERT INTO "counters" VALUES('revision',10);
CREATE TABLE files (
	submission VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	size BIGINT NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	PRIMARY KEY (submission, position), 
	FOREIGN KEY(submission) REFERENCES submissions (id) ON DELETE CASCADE, 
	FOREIGN KEY(digest) REFERENCES contents (digest)
);
CREATE TABLE ignored_by_rule (
	words VARCHAR(200) NOT NULL, 
	rule VARCHAR(64) NOT NULL, 
	PRIMARY KEY (words, rule)
);
INSERT INTO "ignored_by_rule" VALUES('太吴路','word.slip');
CREATE TABLE ignored_words (
	words VARCHAR(200) NOT NULL, 
	PRIMARY KEY (words)
);
INSERT INTO "ignored_words" VALUES('创城办');
CREATE TABLE issues (
	id VARCHAR(32) NOT NULL, 
	"key" VARCHAR(32) NOT NULL, 
	bulletin TEXT NOT NULL, 
	number TEXT NOT NULL, 
	date TEXT NOT NULL, 
	path TEXT NOT NULL, 
	saved VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id)
);
CREATE TABLE leaders (
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	post TEXT NOT NULL, 
	since VARCHAR(10) NOT NULL, 
	until VARCHAR(10) NOT NULL, 
	PRIMARY KEY (position)
);
INSERT INTO "leaders" VALUES(0,'王建国','市委书记','','');
CREATE TABLE numbers (
	bulletin VARCHAR(200) NOT NULL, 
	series VARCHAR(16) NOT NULL, 
	year INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	PRIMARY KEY (bulletin, series, year, number), 
	CONSTRAINT numbers_by_issue UNIQUE (issue, series)
);
INSERT INTO "numbers" VALUES('工作简报','年度',2026,7,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
INSERT INTO "numbers" VALUES('工作简报','总期',0,31,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
CREATE TABLE own_units (
	name VARCHAR(200) NOT NULL, 
	position INTEGER NOT NULL, 
	short TEXT NOT NULL, 
	former TEXT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "own_units" VALUES('云湖镇',1,'本镇','云湖乡');
CREATE TABLE own_wording (
	kind VARCHAR(16) NOT NULL, 
	words VARCHAR(200) NOT NULL, 
	position INTEGER NOT NULL, 
	"right" TEXT NOT NULL, 
	level VARCHAR(16) NOT NULL, 
	source TEXT NOT NULL, 
	PRIMARY KEY (kind, words)
);
INSERT INTO "own_wording" VALUES('word','云湖市府',1,'市政府','query','市委办通知');
CREATE TABLE portions (
	bulletin VARCHAR(200) NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	"group" VARCHAR(200) NOT NULL, 
	name TEXT NOT NULL, 
	copies INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (bulletin, issue, position)
);
INSERT INTO "portions" VALUES('工作简报','',0,'报','市委常委',12,'');
INSERT INTO "portions" VALUES('工作简报','',1,'存档','本办',3,'年底装订');
CREATE TABLE rule_levels (
	rule VARCHAR(64) NOT NULL, 
	level VARCHAR(16) NOT NULL, 
	PRIMARY KEY (rule)
);
INSERT INTO "rule_levels" VALUES('voice.recent','off');
PRAGMA writable_schema=ON;
INSERT INTO sqlite_master(type,name,tbl_name,rootpage,sql)VALUES('table','search_grams','search_grams',0,'CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='''', detail=none, tokenize=''ascii'')');
CREATE TABLE 'search_grams_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "search_grams_config" VALUES('version',4);
CREATE TABLE 'search_grams_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "search_grams_data" VALUES(1,X'04811B');
INSERT INTO "search_grams_data" VALUES(10,X'000000000102020002010101020101');
INSERT INTO "search_grams_data" VALUES(137438953473,X'0000033E0B3031326138653035663030030704363833640201020966653138303565303201010432303236010104333030320201010934303463303230323601020365303901010103023931020104013401020366626601010435326131010401380102020333343302010203623633030203633430010302353501020203653032010203663030010201043635653501020336323503020337303801020338313102010302326102010302336402010203393064030203633131010203643362010202036535360201010437613065010104393534370201020863313230353334330201060436373038010208643232303665353602010406383036356535010208663765303663313101010961353432303563343001020836383630363832610201010962366336303639306403020838383030323032360106043566303001030761613034666266010604363632350302086330343037613065010208653030303563353501020109636263613066663063010208633461303562363303020865313030346539340101096430323230346530390201060436643362030307353430333030320201030737613036383131020102083231613036383131030208383232303664336201020861373630353261380102020863616330393534370201010966343163303532613101020366306301010B7431326138653035663030030804363833640202043465393102010303666266010204353261310105013801020303623633030303633430010402353501020303653032010303663030010202043636323503030338313102010402336402030339306403030363313101030364336201020303653536020102043761306501020439353437020103086432323036653536020103086637653036633131010209613534323035633430010209623663363036393064030308383830303566303001040761613034666266010704363632350303086330343037613065010308653030303563353501020209636334613035623633030209643032323036643362030407376130363831310203083231613036383131030308383232303664336201030861373630353261380102030863616330393534370201020966343163303532613101040D080C07080C0806040607050706060606070706060706060606070707080C070C090B0C0C0C0B070A070B0C0C0B0B0D070B0B0B0B0C0C0C060E070806070506060606070707050606070707080C0B0C0C0B0A070B0C0C0C0A0B0B0C0C');
INSERT INTO "search_grams_data" VALUES(274877906945,X'000000E20B3031303032613035313638040803393037040209326138653036363235040308656334303563353504010433303032040104346539310401043531363804020339303704020363353504020366303004010436363235040203653536040104383031350401043935343704020337363204020864323230366535360401096132643030393736320401096232306530383031350402083861613035663030040208653030303330303204010963633461303830313504010964636163303935343704010574363632350402043830313504020963633461303830313504040D060C0B07070706060607060707060B0C0C0B0B0C0C0807');
CREATE TABLE 'search_grams_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO "search_grams_docsize" VALUES(1,X'33');
INSERT INTO "search_grams_docsize" VALUES(2,X'1A');
INSERT INTO "search_grams_docsize" VALUES(3,X'35');
INSERT INTO "search_grams_docsize" VALUES(4,X'19');
CREATE TABLE 'search_grams_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO "search_grams_idx" VALUES(1,X'',2);
INSERT INTO "search_grams_idx" VALUES(2,X'',2);
CREATE TABLE searched (
	id INTEGER NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	turn INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	submission VARCHAR(32) NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	bulletin TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	title TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "searched" VALUES(1,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0,'','2026-03-08','工作简报','市税务局','市税务局开展便民活动');
INSERT INTO "searched" VALUES(2,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,1,'','2026-03-08','工作简报','','云湖镇栽树');
INSERT INTO "searched" VALUES(3,'',0,0,'00000000000000000000000000000001','2026-03-05','','云湖镇','云湖镇开展春季植树活动');
INSERT INTO "searched" VALUES(4,'',0,0,'55555555555555555555555555555555','2026-03-05','','云湖镇','春耕');
CREATE TABLE signed (
	issue VARCHAR(32) NOT NULL, 
	turn INTEGER NOT NULL, 
	bulletin TEXT NOT NULL, 
	number TEXT NOT NULL, 
	date TEXT NOT NULL, 
	day VARCHAR(10) NOT NULL, 
	signed VARCHAR(32) NOT NULL, 
	signer TEXT NOT NULL, 
	series VARCHAR(16) NOT NULL, 
	year INTEGER NOT NULL, 
	figure INTEGER NOT NULL, 
	total INTEGER NOT NULL, 
	copies INTEGER NOT NULL, 
	pages INTEGER NOT NULL, 
	lifted VARCHAR(32) NOT NULL, 
	reason TEXT NOT NULL, 
	issued VARCHAR(10) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	PRIMARY KEY (issue, turn), 
	FOREIGN KEY(digest) REFERENCES contents (digest)
);
INSERT INTO "signed" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,'工作简报','第7期','2026年3月8日','2026-03-08','2026-03-08T15:20:00','王建国','年度',2026,7,31,0,0,'','','','369b74f2003ce39f5829ec7a2f84852b72b610d0312c8951d5d8f7316c9902ba');
CREATE TABLE signed_articles (
	issue VARCHAR(32) NOT NULL, 
	turn INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	article INTEGER NOT NULL, 
	section TEXT NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	characters INTEGER NOT NULL, 
	PRIMARY KEY (issue, turn, position), 
	FOREIGN KEY(issue, turn) REFERENCES signed (issue, turn) ON DELETE CASCADE
);
INSERT INTO "signed_articles" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0,11,'','市税务局开展便民活动','三月五日，市税务局……','市税务局',11);
INSERT INTO "signed_articles" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,1,12,'简讯','云湖镇栽树','云湖镇栽树三千株。','',0);
CREATE TABLE signed_hashes (
	hash BIGINT NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	turn INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	PRIMARY KEY (hash, issue, turn, position), 
	FOREIGN KEY(issue, turn) REFERENCES signed (issue, turn) ON DELETE CASCADE
);
INSERT INTO "signed_hashes" VALUES(-6193539982563028860,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0);
INSERT INTO "signed_hashes" VALUES(1248260129243108680,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0);
INSERT INTO "signed_hashes" VALUES(3391677781355523940,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0);
INSERT INTO "signed_hashes" VALUES(6980349043698290740,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0);
INSERT INTO "signed_hashes" VALUES(-6365081953775630576,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,1);
INSERT INTO "signed_hashes" VALUES(-5463448340589644132,'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,1);
CREATE TABLE signed_sources (
	issue VARCHAR(32) NOT NULL, 
	turn INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	submission VARCHAR(32) NOT NULL, 
	share VARCHAR(16) NOT NULL, 
	PRIMARY KEY (issue, turn, position, submission), 
	FOREIGN KEY(issue, turn) REFERENCES signed (issue, turn) ON DELETE CASCADE
);
INSERT INTO "signed_sources" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0,'cccccccccccccccccccccccccccccccc','综合');
INSERT INTO "signed_sources" VALUES('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',1,0,'dddddddddddddddddddddddddddddddd','独立');
CREATE TABLE silenced (
	kind VARCHAR(16) NOT NULL, 
	words TEXT NOT NULL, 
	PRIMARY KEY (kind, words)
);
INSERT INTO "silenced" VALUES('word','帐号');
CREATE TABLE stages (
	issue VARCHAR(32) NOT NULL, 
	stage VARCHAR(16) NOT NULL, 
	changed VARCHAR(32) NOT NULL, 
	who TEXT NOT NULL, 
	PRIMARY KEY (issue)
);
CREATE TABLE statistics_closed (
	month VARCHAR(7) NOT NULL, 
	closed VARCHAR(32) NOT NULL, 
	points TEXT NOT NULL, 
	even_joint BOOLEAN NOT NULL, 
	PRIMARY KEY (month)
);
INSERT INTO "statistics_closed" VALUES('2026-03','2026-04-01T09:00:00','[{"kind": "报送", "points": "0", "venue": ""}, {"kind": "独立", "points": "5", "venue": ""}, {"kind": "综合", "points": "2", "venue": ""}, {"kind": "简讯", "points": "2", "venue": ""}, {"kind": "一句话", "points": "1", "venue": ""}, {"kind": "约稿", "points": "5", "venue": ""}, {"kind": "上级采用", "points": "10", "venue": ""}, {"kind": "领导批示", "points": "10", "venue": ""}]',0);
CREATE TABLE statistics_closed_lines (
	in_month VARCHAR(7) NOT NULL, 
	position INTEGER NOT NULL, 
	"key" VARCHAR(80) NOT NULL, 
	unit VARCHAR(200) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	venue VARCHAR(200) NOT NULL, 
	amount INTEGER NOT NULL, 
	points VARCHAR(64) NOT NULL, 
	day VARCHAR(32) NOT NULL, 
	label TEXT NOT NULL, 
	title TEXT NOT NULL, 
	note TEXT NOT NULL, 
	"of" VARCHAR(7) NOT NULL, 
	issue VARCHAR(32) NOT NULL, 
	article INTEGER NOT NULL, 
	PRIMARY KEY (in_month, position), 
	FOREIGN KEY(in_month) REFERENCES statistics_closed (month) ON DELETE CASCADE
);
CREATE TABLE statistics_columns (
	position INTEGER NOT NULL, 
	form VARCHAR(200) NOT NULL, 
	heads TEXT NOT NULL, 
	measure VARCHAR(16) NOT NULL, 
	span VARCHAR(16) NOT NULL, 
	kinds TEXT NOT NULL, 
	venues TEXT NOT NULL, 
	blank BOOLEAN NOT NULL, 
	PRIMARY KEY (position)
);
INSERT INTO "statistics_columns" VALUES(0,'常用','报送','条数','本期','报送','',0);
INSERT INTO "statistics_columns" VALUES(1,'常用','采用
合计','条数','本期','独立
综合
简讯
一句话','',0);
INSERT INTO "statistics_columns" VALUES(2,'常用','采用
独立','条数','本期','独立','',0);
INSERT INTO "statistics_columns" VALUES(3,'常用','采用
综合','条数','本期','综合','',0);
INSERT INTO "statistics_columns" VALUES(4,'常用','采用
简讯','条数','本期','简讯','',0);
INSERT INTO "statistics_columns" VALUES(5,'常用','采用
一句话','条数','本期','一句话','',0);
INSERT INTO "statistics_columns" VALUES(6,'常用','约稿','条数','本期','约稿','',0);
INSERT INTO "statistics_columns" VALUES(7,'常用','上级采用','条数','本期','上级采用','',0);
INSERT INTO "statistics_columns" VALUES(8,'常用','领导批示','条数','本期','领导批示','',0);
INSERT INTO "statistics_columns" VALUES(9,'常用','得分','得分','本期','','',0);
INSERT INTO "statistics_columns" VALUES(10,'常用','名次','组内名次','本期','','',0);
INSERT INTO "statistics_columns" VALUES(11,'常用','比上期','得分','比上期','','',0);
INSERT INTO "statistics_columns" VALUES(12,'常用','去年同期','得分','去年同期','','',0);
INSERT INTO "statistics_columns" VALUES(13,'常用','累计
报送','条数','累计','报送','',0);
INSERT INTO "statistics_columns" VALUES(14,'常用','累计
采用','条数','累计','独立
综合
简讯
一句话','',0);
INSERT INTO "statistics_columns" VALUES(15,'常用','累计
得分','得分','累计','','',0);
INSERT INTO "statistics_columns" VALUES(16,'本级、上级分列','政务信息采用情况
报送条数','条数','本期','报送','',0);
INSERT INTO "statistics_columns" VALUES(17,'本级、上级分列','政务信息采用情况
累计条数','条数','累计','报送','',0);
INSERT INTO "statistics_columns" VALUES(18,'本级、上级分列','政务信息采用情况
本级采用
普发','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','普发',0);
INSERT INTO "statistics_columns" VALUES(19,'本级、上级分列','政务信息采用情况
本级采用
微信公众号','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','微信公众号',0);
INSERT INTO "statistics_columns" VALUES(20,'本级、上级分列','政务信息采用情况
本级采用
参阅','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','参阅',0);
INSERT INTO "statistics_columns" VALUES(21,'本级、上级分列','政务信息采用情况
本级采用
约稿','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','约稿',0);
INSERT INTO "statistics_columns" VALUES(22,'本级、上级分列','政务信息采用情况
本级采用
上报','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','上报',0);
INSERT INTO "statistics_columns" VALUES(23,'本级、上级分列','政务信息采用情况
累计得分','得分','累计','独立
综合
简讯
一句话
约稿
上级采用
领导批示','普发
微信公众号
参阅
约稿
上报',0);
INSERT INTO "statistics_columns" VALUES(24,'本级、上级分列','政务信息采用情况
市级采用','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','市级',0);
INSERT INTO "statistics_columns" VALUES(25,'本级、上级分列','政务信息采用情况
累计得分','得分','累计','独立
综合
简讯
一句话
约稿
上级采用
领导批示','市级',0);
INSERT INTO "statistics_columns" VALUES(26,'本级、上级分列','政务信息采用情况
省级采用','条数','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','省级',0);
INSERT INTO "statistics_columns" VALUES(27,'本级、上级分列','政务信息采用情况
累计得分','得分','累计','独立
综合
简讯
一句话
约稿
上级采用
领导批示','省级',0);
INSERT INTO "statistics_columns" VALUES(28,'本级、上级分列','得分','得分','本期','','',0);
INSERT INTO "statistics_columns" VALUES(29,'本级、上级分列','累计得分','得分','累计','','',0);
INSERT INTO "statistics_columns" VALUES(30,'各刊物分列','本月报送条数','条数','本期','报送','',0);
INSERT INTO "statistics_columns" VALUES(31,'各刊物分列','全年累计报送条数','条数','累计','报送','',0);
INSERT INTO "statistics_columns" VALUES(32,'各刊物分列','采用情况
采用条数','条数','本期','独立
综合
简讯
一句话','',1);
INSERT INTO "statistics_columns" VALUES(33,'各刊物分列','采用情况
本级刊物
一句话、综合信息','条数','本期','一句话
综合
简讯','本级刊物',1);
INSERT INTO "statistics_columns" VALUES(34,'各刊物分列','采用情况
本级刊物
独立信息','条数','本期','独立','本级刊物',1);
INSERT INTO "statistics_columns" VALUES(35,'各刊物分列','采用情况
县级两办信息
一句话、综合信息','条数','本期','一句话
综合
简讯','县级两办信息',1);
INSERT INTO "statistics_columns" VALUES(36,'各刊物分列','采用情况
县级两办信息
独立信息','条数','本期','独立','县级两办信息',1);
INSERT INTO "statistics_columns" VALUES(37,'各刊物分列','采用情况
市级两办信息
一句话、综合信息','条数','本期','一句话
综合
简讯','市级两办信息',1);
INSERT INTO "statistics_columns" VALUES(38,'各刊物分列','采用情况
市级两办信息
独立信息','条数','本期','独立','市级两办信息',1);
INSERT INTO "statistics_columns" VALUES(39,'各刊物分列','报送分数','得分','本期','报送','',0);
INSERT INTO "statistics_columns" VALUES(40,'各刊物分列','采用分数','得分','本期','独立
综合
简讯
一句话
约稿
上级采用
领导批示','',0);
INSERT INTO "statistics_columns" VALUES(41,'各刊物分列','本月分数','得分','本期','','',0);
INSERT INTO "statistics_columns" VALUES(42,'各刊物分列','累计分数','得分','累计','','',0);
CREATE TABLE statistics_hands (
	position INTEGER NOT NULL, 
	id VARCHAR(32) NOT NULL, 
	month VARCHAR(7) NOT NULL, 
	unit VARCHAR(200) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	venue VARCHAR(200) NOT NULL, 
	title TEXT NOT NULL, 
	amount INTEGER NOT NULL, 
	points VARCHAR(32) NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (position)
);
CREATE TABLE statistics_members (
	position INTEGER NOT NULL, 
	"group" VARCHAR(200) NOT NULL, 
	unit VARCHAR(200) NOT NULL, 
	aliases TEXT NOT NULL, 
	quota INTEGER, 
	PRIMARY KEY (position)
);
INSERT INTO "statistics_members" VALUES(0,'乡镇','云湖镇','云湖',2);
CREATE TABLE statistics_options (
	name VARCHAR(32) NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE statistics_points (
	position INTEGER NOT NULL, 
	venue VARCHAR(200) NOT NULL, 
	kind VARCHAR(16) NOT NULL, 
	points VARCHAR(32) NOT NULL, 
	PRIMARY KEY (position)
);
INSERT INTO "statistics_points" VALUES(0,'','报送','0');
INSERT INTO "statistics_points" VALUES(1,'','独立','5');
INSERT INTO "statistics_points" VALUES(2,'','综合','2');
INSERT INTO "statistics_points" VALUES(3,'','简讯','2');
INSERT INTO "statistics_points" VALUES(4,'','一句话','1');
INSERT INTO "statistics_points" VALUES(5,'','约稿','5');
INSERT INTO "statistics_points" VALUES(6,'','上级采用','10');
INSERT INTO "statistics_points" VALUES(7,'','领导批示','10');
CREATE TABLE submission_hashes (
	hash BIGINT NOT NULL, 
	submission VARCHAR(32) NOT NULL, 
	PRIMARY KEY (hash, submission), 
	FOREIGN KEY(submission) REFERENCES submissions (id) ON DELETE CASCADE
);
CREATE TABLE submissions (
	id VARCHAR(32) NOT NULL, 
	received VARCHAR(32) NOT NULL, 
	title TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	writer TEXT NOT NULL, 
	telephone TEXT NOT NULL, 
	way VARCHAR(16) NOT NULL, 
	state VARCHAR(16) NOT NULL, 
	note TEXT NOT NULL, 
	came_in TEXT NOT NULL, 
	part INTEGER NOT NULL, 
	version_of VARCHAR(32) NOT NULL, 
	characters INTEGER NOT NULL, 
	opening TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "submissions" VALUES('00000000000000000000000000000001','2026-03-05T09:30','云湖镇开展春季植树活动','云湖镇','','','微信','待选','','',0,'',9,'','云湖镇栽树三千株。');
INSERT INTO "submissions" VALUES('55555555555555555555555555555555','2026-03-05T09:30','春耕','云湖镇','','','微信','待选','','',0,'',12,'','云湖镇春耕备耕全面展开。');
CREATE TABLE units (
	alias VARCHAR(200) NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	PRIMARY KEY (alias)
);
INSERT INTO "units" VALUES('云湖税务','市税务局');
CREATE TABLE uses (
	issue VARCHAR(32) NOT NULL, 
	article INTEGER NOT NULL, 
	submission VARCHAR(32) NOT NULL, 
	share VARCHAR(16) NOT NULL, 
	PRIMARY KEY (issue, article, submission), 
	FOREIGN KEY(issue) REFERENCES issues (id) ON DELETE CASCADE
);
CREATE INDEX submissions_by_day ON submissions (received);
CREATE INDEX issues_by_key ON issues ("key");
CREATE INDEX ix_files_digest ON files (digest);
CREATE INDEX ix_submission_hashes_submission ON submission_hashes (submission);
CREATE INDEX article_hashes_by_issue ON article_hashes (issue);
CREATE INDEX ix_uses_submission ON uses (submission);
CREATE INDEX ix_signed_digest ON signed (digest);
CREATE INDEX signed_by_day ON signed (day);
CREATE INDEX ix_signed_sources_submission ON signed_sources (submission);
CREATE INDEX searched_by_issue ON searched (issue, turn);
CREATE INDEX searched_by_submission ON searched (submission);
CREATE INDEX signed_hashes_by_issue ON signed_hashes (issue, turn);
PRAGMA writable_schema=OFF;
COMMIT;
