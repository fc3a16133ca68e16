package yichuang.hall;

/** Who a credential speaks for. A citizen has none: the ticket's link is theirs. */
public enum Role {
    KIOSK,
    WINDOW,
    HELPER,
    DEVICE,
    MANAGER,
    OFFICER,
    ADMIN;

    /** {@return the name in tokens, routes and docs, for instance {@code kiosk}} */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
