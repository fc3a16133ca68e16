-- A row while rows are being copied from another controller: what is here is a mixture until all up to this entry are.
CREATE TABLE copying (
    only_row BOOLEAN PRIMARY KEY CHECK (only_row),
    up_to BIGINT NOT NULL
);

-- The orders in which tables are compared and copied page by page.
DROP INDEX tickets_of_day;
CREATE INDEX tickets_of_day ON tickets (business_day, id);
DROP INDEX legs_of_day;
CREATE INDEX legs_of_day ON legs (business_day, ticket, leg);
CREATE INDEX ratings_in_order ON ratings (log_index, id);
CREATE INDEX complaints_in_order ON complaints (log_index, id);
CREATE INDEX help_in_order ON help (log_index, id);
CREATE INDEX window_states_in_order ON window_states (log_index, window_id);
