-- A batch from an island is one entry of the log and tells of many things: what came in one of them is told apart by its
-- place in it, from 1; what the hall did itself has 0.
ALTER TABLE window_states ADD COLUMN place INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE window_states DROP PRIMARY KEY;
ALTER TABLE window_states ADD PRIMARY KEY (window_id, log_index, place);
ALTER TABLE duties ADD COLUMN place INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE duties DROP PRIMARY KEY;
ALTER TABLE duties ADD PRIMARY KEY (log_index, place);
