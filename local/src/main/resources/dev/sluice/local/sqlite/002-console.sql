-- What a console asks for, and what it is told that nothing else keeps. Times are as in the script before.

-- What was flagged, by when; and what has a score, by that and what was billed.
CREATE INDEX transactions_flagged ON transactions (enriched_at_ms) WHERE status IN ('FLAGGED', 'NOTIFIED');
CREATE INDEX transactions_scored ON transactions (score, coalesce(billing_minor, amount_minor)) WHERE score > 0;

-- How many letters a function has is asked each second, and a letter's payload may be long.
CREATE INDEX dead_letters_function ON dead_letters (function);

-- Functions that needed more than one attempt at a transaction and did their work in the end; attempts include the last.
CREATE TABLE retried (
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  function TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  first_failed_at_ms INTEGER NOT NULL,
  last_reason TEXT NOT NULL,
  done_at_ms INTEGER NOT NULL,
  first_failed_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', first_failed_at_ms / 1000.0, 'unixepoch')),
  done_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', done_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (source, id, function)
) WITHOUT ROWID;

-- What senders were refused for, counted. The shape is that of the last value: letters and digits are not told.
CREATE TABLE refusals (
  source TEXT NOT NULL,
  status INTEGER NOT NULL,
  code TEXT NOT NULL,
  pointer TEXT NOT NULL,
  count INTEGER NOT NULL,
  first_at_ms INTEGER NOT NULL,
  last_at_ms INTEGER NOT NULL,
  sentence TEXT NOT NULL,
  shape TEXT,
  first_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', first_at_ms / 1000.0, 'unixepoch')),
  last_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', last_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (source, status, code, pointer)
) WITHOUT ROWID;

-- How many of a kind there were in the ten seconds that begin at bucket_start_ms: 'accepted', 'flagged', 'dead', and
-- 'refused:CODE'. A week of it is kept.
CREATE TABLE activity (
  bucket_start_ms INTEGER NOT NULL,
  kind TEXT NOT NULL,
  count INTEGER NOT NULL,
  bucket_start TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', bucket_start_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (bucket_start_ms, kind)
) WITHOUT ROWID;
