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
INSERT INTO "counters" VALUES('version',4);
INSERT INTO "counters" VALUES('revision',5);
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
CREATE TABLE rule_levels (
	rule VARCHAR(64) NOT NULL, 
	level VARCHAR(16) NOT NULL, 
	PRIMARY KEY (rule)
);
INSERT INTO "rule_levels" VALUES('voice.recent','off');
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
COMMIT;
