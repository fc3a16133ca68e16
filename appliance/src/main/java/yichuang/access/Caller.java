package yichuang.access;

import yichuang.hall.TicketId;
import yichuang.hall.Token;
import yichuang.hall.TokenId;

/** Who asks. */
public sealed interface Caller {
    /** {@return in whose name a command is written down, and the scope of its request keys} */
    TokenId id();

    /** Came with a token, in a header or an enrolled browser's cookie. */
    record Bearer(Token token) implements Caller {
        @Override
        public TokenId id() {
            return token.id();
        }
    }

    /** Came with a ticket's link: the person whose ticket it is. */
    record Citizen(TicketId ticket) implements Caller {
        @Override
        public TokenId id() {
            return new TokenId("link-" + ticket.value());
        }
    }
}
