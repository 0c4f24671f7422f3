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
CREATE TABLE counters (
	name VARCHAR(32) NOT NULL, 
	number BIGINT NOT NULL, 
	PRIMARY KEY (name)
);
INSERT INTO "counters" VALUES('version',1);
INSERT INTO "counters" VALUES('revision',3);
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
COMMIT;
