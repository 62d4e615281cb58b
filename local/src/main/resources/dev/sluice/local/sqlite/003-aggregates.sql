-- Aggregates are kept of those accounts only whose windows hold too many entries to be added up one by one: 0 where there
-- are none yet. Those of before have them.
ALTER TABLE accounts ADD COLUMN aggregated INTEGER NOT NULL DEFAULT 1 CHECK (aggregated IN (0, 1));
