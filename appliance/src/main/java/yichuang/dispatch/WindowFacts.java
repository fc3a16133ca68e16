package yichuang.dispatch;

import java.util.List;
import yichuang.hall.ItemCode;
import yichuang.hall.WindowSetup;

/** {@code window} in a script: the one that asks. */
final class WindowFacts extends Facts {
    private static final List<String> NAMES = List.of("id", "name", "zone", "staff", "primary");

    private final WindowSetup window;
    private final String staff;
    private ItemCode item;

    /**
     * @param staff id of who sits there, empty when nobody is signed on
     * @param item what the first ticket to be scored came for
     */
    WindowFacts(WindowSetup window, String staff, ItemCode item) {
        super("window", NAMES);
        this.window = window;
        this.staff = staff;
        this.item = item;
    }

    /** The next ticket came for this item: {@code primary} is about it from here on. */
    void isAbout(ItemCode next) {
        item = next;
    }

    @Override
    Object fact(String name) {
        return switch (name) {
            case "id" -> window.id().value();
            case "name" -> window.name();
            case "zone" -> window.zone().value();
            case "staff" -> staff;
            case "primary" -> window.primary().contains(item);
            default -> throw new IllegalStateException(name);
        };
    }
}
