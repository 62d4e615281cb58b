-- Aggregates are kept of those accounts only whose windows hold too many entries to be added up one by one: 0 where there
-- are none yet. Those of before have them.
ALTER TABLE accounts ADD COLUMN aggregated INTEGER NOT NULL DEFAULT 1 CHECK (aggregated IN (0, 1));

-- Of the others, what looks alike is found among the entries of the time that is asked for: an index of it is one page more a
-- transaction to write. An account's entries are indexed, all of them, from when it has aggregates.
ALTER TABLE account_entries ADD COLUMN indexed INTEGER NOT NULL DEFAULT 1 CHECK (indexed IN (0, 1));
DROP INDEX account_entries_alike;
CREATE INDEX account_entries_alike ON account_entries (source, account_id, likeness, occurred_at_ms, id)
  WHERE likeness IS NOT NULL AND indexed = 1;
