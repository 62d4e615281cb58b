-- Times are milliseconds since 1970-01-01T00:00Z (columns ending in _ms); beside each stands the same instant as text
-- in UTC, computed when it is read. Amounts are whole minor units of their ISO 4217 currency.

-- Every transaction once; row numbers follow the order of arrival.
CREATE TABLE transactions (
  row INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  currency TEXT NOT NULL,
  billing_minor INTEGER,
  billing_currency TEXT,
  account_id TEXT NOT NULL,
  occurred_at_ms INTEGER NOT NULL,
  precision TEXT NOT NULL CHECK (precision IN ('moment', 'day')),
  merchant TEXT,
  status TEXT NOT NULL CHECK (status IN ('RECEIVED', 'ENRICHED', 'FLAGGED', 'NOTIFIED')),
  fingerprint TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL,
  stored_at_ms INTEGER NOT NULL,
  correlation_id TEXT NOT NULL,
  trace_header TEXT,
  document TEXT NOT NULL,
  assessment TEXT,
  score INTEGER,
  reasons TEXT,
  enriched_at_ms INTEGER,
  occurred_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', occurred_at_ms / 1000.0, 'unixepoch')),
  received_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', received_at_ms / 1000.0, 'unixepoch')),
  stored_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', stored_at_ms / 1000.0, 'unixepoch')),
  enriched_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', enriched_at_ms / 1000.0, 'unixepoch')),
  UNIQUE (source, id)
);
CREATE INDEX transactions_received ON transactions (row) WHERE status = 'RECEIVED';

-- How many transactions of each account are stored.
CREATE TABLE accounts (
  source TEXT NOT NULL,
  account_id TEXT NOT NULL,
  transactions INTEGER NOT NULL,
  PRIMARY KEY (source, account_id)
) WITHOUT ROWID;

-- An account's history, one entry a transaction, in the order it happened. The number counts the account's transactions in
-- the order they were stored; likeness is the same for what may be one transaction made twice; rate is the effective one of
-- its pair of currencies.
CREATE TABLE account_entries (
  source TEXT NOT NULL,
  account_id TEXT NOT NULL,
  occurred_at_ms INTEGER NOT NULL,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  transaction_row INTEGER NOT NULL REFERENCES transactions (row),
  type TEXT NOT NULL,
  billed_minor INTEGER NOT NULL,
  billed_currency TEXT NOT NULL,
  likeness TEXT,
  pair TEXT,
  rate TEXT,
  stored_at_ms INTEGER NOT NULL,
  occurred_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', occurred_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (source, account_id, occurred_at_ms, id)
) WITHOUT ROWID;

CREATE INDEX account_entries_alike ON account_entries (source, account_id, likeness, occurred_at_ms, id)
  WHERE likeness IS NOT NULL;
CREATE INDEX account_entries_rates ON account_entries (source, account_id, pair, occurred_at_ms, id)
  WHERE pair IS NOT NULL;

-- The transaction in which an account was first seen with a merchant, a country or a currency, in the order of storing.
CREATE TABLE account_first_seen (
  source TEXT NOT NULL,
  account_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('MERCHANT', 'COUNTRY', 'CURRENCY')),
  value TEXT NOT NULL,
  id TEXT NOT NULL,
  PRIMARY KEY (source, account_id, kind, value)
) WITHOUT ROWID;

-- What all refunds and chargebacks of a transaction return together, whether or not it is stored. The sum is kept as in
-- account_aggregates.
CREATE TABLE returns (
  source TEXT NOT NULL,
  original_id TEXT NOT NULL,
  currency TEXT NOT NULL,
  count INTEGER NOT NULL,
  sum_high INTEGER NOT NULL,
  sum_low INTEGER NOT NULL,
  PRIMARY KEY (source, original_id, currency)
) WITHOUT ROWID;

-- How many and how much an account was billed in each millisecond, second, minute, hour and day of UTC, by currency and
-- type.
-- The sum is sum_high * 10^18 + sum_low, exact beyond 64 bits.
CREATE TABLE account_aggregates (
  source TEXT NOT NULL,
  account_id TEXT NOT NULL,
  width TEXT NOT NULL CHECK (width IN ('MILLISECOND', 'SECOND', 'MINUTE', 'HOUR', 'DAY')),
  bucket_start_ms INTEGER NOT NULL,
  currency TEXT NOT NULL,
  type TEXT NOT NULL,
  count INTEGER NOT NULL,
  sum_high INTEGER NOT NULL,
  sum_low INTEGER NOT NULL,
  bucket_start TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', bucket_start_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (source, account_id, width, bucket_start_ms, currency, type)
) WITHOUT ROWID;

-- Other content that arrived under an identity already taken.
CREATE TABLE conflicts (
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  received_at_ms INTEGER NOT NULL,
  correlation_id TEXT NOT NULL,
  received_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', received_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (source, id, received_at_ms, fingerprint)
) WITHOUT ROWID;

-- What was published and has not reached every subscriber. Numbers are never used again. Without a topic, the body is the
-- very event that a function is to be invoked with: a dead letter that was redriven.
CREATE TABLE topic_messages (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  topic TEXT,
  body TEXT NOT NULL,
  attributes TEXT NOT NULL,
  published_at_ms INTEGER NOT NULL,
  published_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', published_at_ms / 1000.0, 'unixepoch'))
);

-- A message on its way to one function. leased_until_ms is set while an attempt runs; earlier_reasons are those of the
-- dead letter that it was redriven from.
CREATE TABLE deliveries (
  message INTEGER NOT NULL REFERENCES topic_messages (number),
  function TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  leased_until_ms INTEGER,
  first_failed_at_ms INTEGER,
  last_reason TEXT,
  earlier_reasons TEXT,
  due_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', due_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (message, function)
) WITHOUT ROWID;
CREATE INDEX deliveries_due ON deliveries (due_at_ms, message) WHERE leased_until_ms IS NULL;
CREATE INDEX deliveries_leased ON deliveries (leased_until_ms) WHERE leased_until_ms IS NOT NULL;

-- New transactions that a function has still to be told of, in the order they were stored within each shard.
CREATE TABLE stream_records (
  function TEXT NOT NULL,
  shard INTEGER NOT NULL,
  transaction_row INTEGER NOT NULL REFERENCES transactions (row),
  PRIMARY KEY (function, shard, transaction_row)
) WITHOUT ROWID;

-- How far a function is with each shard: attempts count those at its first record, narrowed_to is how many records the next
-- batch may have at most, leased_until_ms is set while one runs.
CREATE TABLE stream_shards (
  function TEXT NOT NULL,
  shard INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  narrowed_to INTEGER NOT NULL,
  due_at_ms INTEGER NOT NULL,
  leased_until_ms INTEGER,
  first_failed_at_ms INTEGER,
  last_reason TEXT,
  due_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', due_at_ms / 1000.0, 'unixepoch')),
  PRIMARY KEY (function, shard)
) WITHOUT ROWID;

-- What waits in a queue. A message that is received is hidden until visible_at_ms; in_flight says that an attempt runs.
CREATE TABLE queue_messages (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  queue TEXT NOT NULL,
  body TEXT NOT NULL,
  sent_at_ms INTEGER NOT NULL,
  visible_at_ms INTEGER NOT NULL,
  receives INTEGER NOT NULL,
  in_flight INTEGER NOT NULL CHECK (in_flight IN (0, 1)),
  first_failed_at_ms INTEGER,
  last_reason TEXT,
  sent_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', sent_at_ms / 1000.0, 'unixepoch')),
  visible_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', visible_at_ms / 1000.0, 'unixepoch'))
);
CREATE INDEX queue_messages_visible ON queue_messages (queue, visible_at_ms, number);

-- Alerts as they were published, in that order; a repeat has the id of the first.
CREATE TABLE alerts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  alert_id TEXT NOT NULL,
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  sentence TEXT NOT NULL,
  score INTEGER NOT NULL,
  message TEXT NOT NULL,
  published_at_ms INTEGER NOT NULL,
  published_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', published_at_ms / 1000.0, 'unixepoch'))
);
CREATE INDEX alerts_of_transaction ON alerts (source, id);

-- Which alerts were published, and which somebody has claimed to publish until claimed_until_ms.
CREATE TABLE alert_ledger (
  source TEXT NOT NULL,
  id TEXT NOT NULL,
  alert_id TEXT NOT NULL,
  claimed_until_ms INTEGER NOT NULL,
  published_at_ms INTEGER,
  PRIMARY KEY (source, id, alert_id)
) WITHOUT ROWID;
CREATE INDEX alert_ledger_claimed ON alert_ledger (claimed_until_ms) WHERE published_at_ms IS NULL;

-- What a function gave up on: the event it was given, the message of a queue, or a position in a stream. A reason is a line;
-- held_until_ms is set while somebody has it in hand; message is the topic message whose delivery it was, if it was one.
CREATE TABLE dead_letters (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  queue TEXT NOT NULL,
  function TEXT NOT NULL,
  payload TEXT NOT NULL,
  reason TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  first_failed_at_ms INTEGER NOT NULL,
  last_failed_at_ms INTEGER NOT NULL,
  held_until_ms INTEGER,
  message INTEGER,
  first_failed_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', first_failed_at_ms / 1000.0, 'unixepoch')),
  last_failed_at TEXT AS (strftime('%Y-%m-%dT%H:%M:%fZ', last_failed_at_ms / 1000.0, 'unixepoch'))
);
CREATE INDEX dead_letters_queue ON dead_letters (queue, number);
CREATE INDEX dead_letters_message ON dead_letters (message) WHERE message IS NOT NULL;
