const TABLES = `
  CREATE TABLE IF NOT EXISTS objects (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    object TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS objects_by_kind ON objects (object, seq);
  CREATE INDEX IF NOT EXISTS objects_by_intent ON objects (object, body ->> '$.payment_intent');
  CREATE INDEX IF NOT EXISTS objects_by_order ON objects (object, body ->> '$.metadata.orderId');

  CREATE TABLE IF NOT EXISTS cards (
    owner TEXT PRIMARY KEY,
    number TEXT NOT NULL,
    used INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE IF NOT EXISTS movements (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    payment_intent TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('authorised', 'captured', 'released', 'refunded')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS movements_by_intent ON movements (payment_intent);
  CREATE TRIGGER IF NOT EXISTS movements_stay BEFORE UPDATE ON movements
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER IF NOT EXISTS movements_last BEFORE DELETE ON movements
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

  CREATE TABLE IF NOT EXISTS replies (
    key TEXT PRIMARY KEY,
    path TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    requestId TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE IF NOT EXISTS deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    event TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS deliveries_by_due ON deliveries (due);

  CREATE TABLE IF NOT EXISTS faults (
    id TEXT PRIMARY KEY,
    orderId TEXT,
    card TEXT,
    call TEXT NOT NULL,
    kind TEXT NOT NULL,
    times INTEGER NOT NULL,
    ms INTEGER NOT NULL
  ) STRICT;
`

const CHALLENGES = `
  CREATE TABLE challenges (
    key TEXT PRIMARY KEY,
    payment_intent TEXT NOT NULL,
    return_url TEXT,
    outcome TEXT CHECK (outcome IN ('succeeded', 'failed', 'replaced'))
  ) STRICT;
  CREATE INDEX challenges_by_intent ON challenges (payment_intent);
`

const REFUSALS = `
  ALTER TABLE deliveries ADD COLUMN refusal TEXT;
  CREATE INDEX deliveries_by_event ON deliveries (event);
`

const REFUND_OUTCOMES = `
  DROP TRIGGER movements_stay;
  DROP TRIGGER movements_last;
  ALTER TABLE movements RENAME TO movements_before;
  CREATE TABLE movements (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    payment_intent TEXT NOT NULL,
    kind TEXT NOT NULL
      CHECK (kind IN ('authorised', 'captured', 'released', 'refunded', 'refund_failed')),
    amount INTEGER NOT NULL CHECK (amount > 0),
    at TEXT NOT NULL
  ) STRICT;
  INSERT INTO movements SELECT * FROM movements_before;
  DROP TABLE movements_before;
  CREATE INDEX movements_by_intent ON movements (payment_intent);
  CREATE TRIGGER movements_stay BEFORE UPDATE ON movements
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
  CREATE TRIGGER movements_last BEFORE DELETE ON movements
    BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

  CREATE TABLE refund_changes (
    refund TEXT PRIMARY KEY,
    status TEXT NOT NULL,
    due INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX refund_changes_by_due ON refund_changes (due);
`

/** Run once per file, in order; append new ones. */
export const MIGRATIONS = [TABLES, CHALLENGES, REFUSALS, REFUND_OUTCOMES]
