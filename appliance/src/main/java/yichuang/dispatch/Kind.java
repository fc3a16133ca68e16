package yichuang.dispatch;

import java.util.List;
import yichuang.hall.WindowId;

/** Items that the same windows take in the same way: for the policy they are one. */
record Kind(List<Skill> skills) {
    /** What an item counts where it is a primary skill: whole, in thousandths. */
    static final long PRIMARY = 1000;

    Kind {
        skills = List.copyOf(skills);
    }

    /**
     * A window that takes them.
     *
     * @param factor what they count there, in thousandths
     */
    record Skill(WindowId window, long factor) {}
}
