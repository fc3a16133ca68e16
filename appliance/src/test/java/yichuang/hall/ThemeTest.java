package yichuang.hall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The choices inside a theme are made at the kiosk (opinion §7); the order stays the theme's. */
class ThemeTest {
    private static final ItemCode LICENCE = new ItemCode("营业执照");
    private static final ItemCode FOOD = new ItemCode("食品经营许可");
    private static final ItemCode SIGN = new ItemCode("门头牌匾");

    private static final Theme.Choice LICENSED = choice("licence", LICENCE);
    private static final Theme.Choice SIGNED = choice("sign", SIGN);

    private static Theme.Choice choice(String id, ItemCode item) {
        return new Theme.Choice(id, id, id, List.of(item), false);
    }

    private static Theme restaurant(List<ItemCode> legs) {
        return new Theme(
                new ThemeCode("E02"),
                "我要开一家饭店",
                "Opening a restaurant",
                Theme.Audience.ENTERPRISE,
                Theme.Order.IN_ORDER,
                legs,
                List.of(LICENSED, SIGNED),
                List.of());
    }

    @Test
    void a_choice_keeps_its_place_among_the_legs() {
        Theme theme = restaurant(List.of(LICENCE, FOOD, SIGN));

        assertEquals(List.of(LICENCE, FOOD), theme.legsWith(List.of(LICENSED)));
        assertEquals(List.of(FOOD, SIGN), theme.legsWith(List.of(SIGNED)));
        assertEquals(List.of(LICENCE, FOOD, SIGN), theme.legsWith(List.of(SIGNED, LICENSED)));
        assertEquals(List.of(FOOD), theme.legsWith(List.of()));
    }

    @Test
    void a_choice_that_is_no_leg_comes_after_them() {
        assertEquals(List.of(FOOD, SIGN), restaurant(List.of(FOOD)).legsWith(List.of(SIGNED)));
    }
}
