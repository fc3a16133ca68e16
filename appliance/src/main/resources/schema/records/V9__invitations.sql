-- Who asked for a link to rate the visit by, and what became of it. The phone number is sealed, and gone with the sending.
CREATE TABLE invitations (
    ticket VARCHAR PRIMARY KEY,
    log_index BIGINT NOT NULL,
    number VARCHAR NOT NULL,
    closed_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    until_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    phone VARCHAR,
    state VARCHAR NOT NULL,
    said VARCHAR,
    settled_at TIMESTAMP(9) WITH TIME ZONE
);
CREATE INDEX invitations_by_state ON invitations (state, closed_at, ticket);
CREATE INDEX invitations_settled ON invitations (settled_at);
CREATE INDEX invitations_in_order ON invitations (log_index, ticket);
