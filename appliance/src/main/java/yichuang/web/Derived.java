package yichuang.web;

import yichuang.access.Links;
import yichuang.access.Secrets;
import yichuang.hall.RequestKey;
import yichuang.hall.TicketId;

/**
 * Secrets that a retry must be told again, though the hall keeps only their hashes: made from the
 * request by the MAC that makes ticket links. The ids used here hold a dash, and no ticket's id
 * does, so none of them is a ticket's link.
 */
final class Derived {
    private static final int HASH_LENGTH = 11;
    private static final int ID_LENGTH = 16;
    private static final int CODE_LENGTH = 10;
    private static final int JOIN_HALF = 12;
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private Derived() {}

    /** {@return the one-time code of this request; the same one for its retries} */
    static String code(RequestKey key, Links links) {
        return letters("code-", CODE_LENGTH, key, links);
    }

    /** {@return the code for a node of this request, the same one for its retries} */
    static String joinCode(RequestKey key, Links links) {
        return letters("jone-", JOIN_HALF, key, links) + letters("jtwo-", JOIN_HALF, key, links);
    }

    private static String letters(String purpose, int length, RequestKey key, Links links) {
        String mac = mac(purpose, key.scope() + " " + key.key() + " " + key.hash(), links);
        StringBuilder code = new StringBuilder(length);
        String letters = Secrets.sha256(mac);
        for (int i = 0; i < length; i++) {
            int number = Integer.parseInt(letters, 4 * i, 4 * i + 4, 16);
            code.append(CODE_LETTERS.charAt(number % CODE_LETTERS.length()));
        }
        return code.toString();
    }

    /**
     * {@return the secret of the token that this code buys, 144 bits; the code alone does not tell
     * it}
     */
    static String token(String code, Links links) {
        return mac("enro-", code, links);
    }

    private static String mac(String purpose, String of, Links links) {
        String id = purpose + Secrets.sha256(of).substring(0, HASH_LENGTH);
        return links.of(new TicketId(id)).substring(ID_LENGTH);
    }
}
