package yichuang.hall;

/** A ticket that came from an island and stays in its hands until the island is over. */
record InHands(TicketId ticket, NodeId node) {}
